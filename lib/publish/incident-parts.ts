import type { AffectedState, PublicIncident, PublicUpdate } from '@/lib/core/status/public-status';
import { IMPACT_WORDS, PHASE_WORDS, STATE_WORDS } from '@/lib/core/status/status-words';
import { linkable, markup, prose, type Markup } from './markup';
import { impactShape, stateMark } from './shapes';
import { incidentPath, type Root } from './site';
import { rangeOf, timeOf } from './times';

/** When something was said, and that it was changed later. */
export const saidAt = (at: string, editedAt: string | null): Markup =>
  markup`<small class="soft">${timeOf(at)}${editedAt !== null && markup` · edited ${timeOf(editedAt, 'hover')}`}</small>`;

function affected(components: readonly AffectedState[]): Markup | false {
  if (components.length === 0) return false;
  const items = components.map(
    ({ name, from, state }) =>
      markup`<li>${name}: ${from !== state && markup`<span class="soft">${STATE_WORDS[from]}</span> `}<span class="state">${from !== state && markup`<span class="soft">→</span> `}${stateMark(state)}</span></li>`,
  );
  return markup`<ul class="affected" aria-label="Affected components">${items}</ul>`;
}

function updateItem({ phase, text, at, editedAt, components, isInternal }: PublicUpdate, level: 2 | 4): Markup {
  const tag = isInternal && markup` <span class="tag">stakeholders only</span>`;
  const title = markup`${PHASE_WORDS[phase]} ${saidAt(at, editedAt)}${tag}`;
  return markup`<li>${level === 2 ? markup`<h2>${title}</h2>` : markup`<h4>${title}</h4>`}${prose(text)}${affected(components)}</li>`;
}

const impact = ({ impact: how }: PublicIncident): Markup =>
  markup`<span class="state is-${how}">${impactShape(how)} <b>${IMPACT_WORDS[how]}</b></span>`;

function postmortemLink({ postmortem: linked }: PublicIncident): Markup | false {
  const href = linkable(linked?.url ?? null);
  return href !== null && markup`<a href="${href}">Postmortem</a>`;
}

/** The link to its postmortem as a paragraph; nothing where none is linked. */
export function postmortem(incident: PublicIncident): Markup | false {
  const link = postmortemLink(incident);
  return link && markup`<p>${link}</p>`;
}

const lasted = ({ startedAt, resolvedAt }: PublicIncident): Markup =>
  resolvedAt === null ? markup`since ${timeOf(startedAt)}` : rangeOf(startedAt, resolvedAt);

/** An incident with all that was said about it, the newest first. */
export const incidentCard = (incident: PublicIncident, root: Root): Markup =>
  markup`<article class="card"><div class="head"><h3><a href="${root}${incidentPath(incident.id)}">${incident.title}</a></h3>${impact(incident)}</div>${postmortem(incident)}
<ol class="updates">${incident.updates.map((one) => updateItem(one, 4))}</ol></article>`;

/** The body of its own page. */
export const incidentBody = (incident: PublicIncident): Markup =>
  markup`<div class="head"><h1>${incident.title}</h1>${impact(incident)}</div>
<p class="soft">${lasted(incident)}</p>${postmortem(incident)}
<div class="card"><ol class="updates">${incident.updates.map((one) => updateItem(one, 2))}</ol></div>`;

/** An incident as one line of a list. */
export function incidentLine(incident: PublicIncident, root: Root): Markup {
  const link = postmortemLink(incident);
  return markup`<li><div class="head"><a href="${root}${incidentPath(incident.id)}">${incident.title}</a>${impact(incident)}</div>
<small class="soft">${PHASE_WORDS[incident.phase]} · ${lasted(incident)}${link && markup` · ${link}`}</small></li>`;
}

import type { PublicMaintenance } from '@/lib/core/status/public-status';
import { MAINTENANCE_WORDS } from '@/lib/core/status/status-words';
import { saidAt } from './incident-parts';
import { markup, prose, type Markup } from './markup';
import { maintenancePath, type Root } from './site';
import { impactShape } from './shapes';
import { rangeOf } from './times';

const when = ({ startsAt, endsAt }: PublicMaintenance): Markup => markup`<p class="soft">${rangeOf(startsAt, endsAt)}</p>`;

const phase = ({ phase: now }: PublicMaintenance): Markup =>
  markup`<span class="state is-maintenance">${impactShape('maintenance')} <b>${MAINTENANCE_WORDS[now]}</b></span>`;

function details(one: PublicMaintenance, level: 2 | 4): Markup {
  const names = one.components.map(({ name }) => name).join(', ');
  const updates = one.updates.map((update) => {
    const title = markup`${MAINTENANCE_WORDS[update.phase]} ${saidAt(update.at, update.editedAt)}`;
    return markup`<li>${level === 2 ? markup`<h2>${title}</h2>` : markup`<h4>${title}</h4>`}${update.text !== one.text && prose(update.text)}</li>`;
  });
  return markup`${when(one)}${prose(one.text)}${names !== '' && markup`<p class="soft">Affects ${names}</p>`}${
    updates.length > 0 && markup`<ol class="updates">${updates}</ol>`
  }`;
}

/** A maintenance with what was said about it, the newest first. */
export const maintenanceCard = (one: PublicMaintenance, root: Root): Markup =>
  markup`<article class="card"><div class="head"><h3><a href="${root}${maintenancePath(one.id)}">${one.title}</a></h3>${phase(one)}</div>${details(one, 4)}</article>`;

/** The body of its own page. */
export const maintenanceBody = (one: PublicMaintenance): Markup =>
  markup`<div class="head"><h1>${one.title}</h1>${phase(one)}</div><div class="card">${details(one, 2)}</div>`;

/** A maintenance as one line of a list. */
export const maintenanceLine = (one: PublicMaintenance, root: Root): Markup =>
  markup`<li><div class="head"><a href="${root}${maintenancePath(one.id)}">${one.title}</a>${phase(one)}</div>
<small class="soft">${rangeOf(one.startsAt, one.endsAt)}</small></li>`;

import { pastIncidents } from '@/lib/core/status/incident-months';
import { isUnderWay } from '@/lib/core/status/maintenance-phase';
import { isRunning, type PublicStatus } from '@/lib/core/status/public-status';
import { componentList } from './component-list';
import { incidentCard, incidentLine, saidAt } from './incident-parts';
import { maintenanceCard } from './maintenance-parts';
import { markup, prose, type Markup } from './markup';
import { framed } from './page-frame';
import { impactShape } from './shapes';
import type { Site } from './site';

const PAST_DAYS = 14;

const overall = ({ indicator, sentence }: PublicStatus): Markup =>
  markup`<div class="overall is-${indicator}">${impactShape(indicator)}<h1>${sentence}</h1></div>`;

const notices = ({ notices: all }: PublicStatus): Markup[] =>
  all.map(({ text, at, editedAt }) => markup`<div class="card notice">${prose(text)}${saidAt(at, editedAt)}</div>`);

const section = (title: string, parts: readonly Markup[]): Markup | false =>
  parts.length > 0 && markup`<h2>${title}</h2>${parts}`;

function past(status: PublicStatus): Markup {
  const lines = pastIncidents(status, PAST_DAYS).map((one) => incidentLine(one, ''));
  const list =
    lines.length > 0 ? markup`<ul class="plain">${lines}</ul>` : markup`<p class="soft">None in the last ${PAST_DAYS} days.</p>`;
  return markup`<h2>Past incidents</h2><div class="card">${list}</div><p class="ways"><a href="history/index.html">All incidents by month</a></p>`;
}

const components = ({ groups, components: all }: PublicStatus): Markup =>
  all.length > 0
    ? componentList(groups, all)
    : markup`<h2>Components</h2><div class="card"><p class="soft">No component is listed yet.</p></div>`;

const note = markup`<p class="soft"><small>Bars are the last 90 days in UTC, today on the right; the higher a bar, the worse the day. “Up” is the time without partial or major outage, over the days that are over.</small></p>`;

/** The page that everybody opens first. */
export function indexPage(site: Site): string {
  const { status } = site;
  const running = status.incidents.filter(isRunning).map((one) => incidentCard(one, ''));
  const underWay = status.maintenances.filter(isUnderWay).map((one) => maintenanceCard(one, ''));
  const coming = status.maintenances.filter(({ phase }) => phase === 'scheduled').map((one) => maintenanceCard(one, ''));
  const body = markup`${status.page.about !== '' && markup`<p class="about">${status.page.about}</p>`}
${notices(status)}
${overall(status)}
${section('Running incidents', running)}
${section('Maintenance under way', underWay)}
${components(status)}
${status.components.length > 0 && note}
${section('Scheduled maintenance', coming)}
${past(status)}`;
  return framed(site, { title: `${status.page.name}: ${status.sentence}`, root: '', body });
}

/** What stands in its place while the page is for staff only. */
export function closedPage(site: Site): string {
  const body = markup`<h1>This page is for staff</h1>
<p class="ways"><a href="${site.publicUrl}/status/internal/">Sign in to see it</a></p>`;
  return framed(site, { title: site.status.page.name, root: '', body, isAlone: true });
}

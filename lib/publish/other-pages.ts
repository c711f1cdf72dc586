import type { StatusMonth } from '@/lib/core/status/incident-months';
import type { PublicIncident, PublicMaintenance } from '@/lib/core/status/public-status';
import { incidentBody, incidentLine } from './incident-parts';
import { maintenanceBody, maintenanceLine } from './maintenance-parts';
import { markup, type Markup } from './markup';
import { framed } from './page-frame';
import type { Site } from './site';
import { monthText } from './times';

const ROOT = '../';
const back = markup`<p class="turn"><a href="../index.html">Present status</a><a href="../history/index.html">All incidents by month</a></p>`;

export const incidentPage = (site: Site, incident: PublicIncident): string =>
  framed(site, {
    title: `${incident.title}: ${site.status.page.name}`,
    root: ROOT,
    body: markup`${incidentBody(incident)}${back}`,
  });

export const maintenancePage = (site: Site, one: PublicMaintenance): string =>
  framed(site, { title: `${one.title}: ${site.status.page.name}`, root: ROOT, body: markup`${maintenanceBody(one)}${back}` });

function monthParts({ incidents, maintenances }: StatusMonth): Markup {
  const list = (title: string, lines: readonly Markup[]) =>
    lines.length > 0 && markup`<h2>${title}</h2><div class="card"><ul class="plain">${lines}</ul></div>`;
  return markup`${list(
    'Incidents',
    incidents.map((one) => incidentLine(one, ROOT)),
  )}${list(
    'Maintenance',
    maintenances.map((one) => maintenanceLine(one, ROOT)),
  )}`;
}

/** One month, with the ways to the one before and after it in which something happened. */
export function monthPage(site: Site, months: readonly StatusMonth[], index: number): string {
  const shown = months[index];
  if (!shown) throw new RangeError(`There is no month ${index}.`);
  const way = (one: StatusMonth | undefined, side: string) =>
    one ? markup`<a href="${one.month}.html">${side} ${monthText(one.month)}</a>` : markup`<span></span>`;
  const title = monthText(shown.month);
  const body = markup`<h1>${title}</h1>${monthParts(shown)}
<p class="turn">${way(months[index + 1], 'Earlier:')}${way(months[index - 1], 'Later:')}</p>${back}`;
  return framed(site, { title: `${title}: ${site.status.page.name}`, root: ROOT, body });
}

/** Every month in which something happened. */
export function monthsPage(site: Site, months: readonly StatusMonth[]): string {
  const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  const lines = months.map(({ month, incidents, maintenances }) => {
    const maintained = maintenances.length > 0 && `, ${counted(maintenances.length, 'maintenance', 'maintenances')}`;
    return markup`<li><div class="head"><a href="${month}.html">${monthText(month)}</a><span class="soft">${counted(incidents.length, 'incident', 'incidents')}${maintained}</span></div></li>`;
  });
  const list = lines.length > 0 ? markup`<ul class="plain">${lines}</ul>` : markup`<p class="soft">Nothing has happened yet.</p>`;
  const body = markup`<h1>History</h1><div class="card">${list}</div><p class="turn"><a href="../index.html">Present status</a></p>`;
  return framed(site, { title: `History: ${site.status.page.name}`, root: ROOT, body });
}

import { createHash } from 'node:crypto';
import { incidentMonths } from '@/lib/core/status/incident-months';
import type { PublicStatus } from '@/lib/core/status/public-status';
import { ICON } from './assets';
import { badge } from './badge';
import { calendar } from './calendar';
import { feeds } from './feeds';
import { closedPage, indexPage } from './index-page';
import { incidentPage, maintenancePage, monthPage, monthsPage } from './other-pages';
import { incidentPath, maintenancePath, monthPath, siteOf, type Site } from './site';
import { statusJson } from './status-json';

/** The files of the page by their path. */
export type Files = ReadonlyMap<string, string>;

/** What makes each page, by its path. */
export function pagesOf(site: Site): Map<string, () => string> {
  const { incidents, maintenances } = site.status;
  const months = incidentMonths(site.status);
  return new Map<string, () => string>([
    ['index.html', () => indexPage(site)],
    ['history/index.html', () => monthsPage(site, months)],
    ...months.map(({ month }, index): [string, () => string] => [monthPath(month), () => monthPage(site, months, index)]),
    ...incidents.map((one): [string, () => string] => [incidentPath(one.id), () => incidentPage(site, one)]),
    ...maintenances.map((one): [string, () => string] => [maintenancePath(one.id), () => maintenancePage(site, one)]),
  ]);
}

function dataFiles(site: Site): [string, string][] {
  const { atom, rss } = feeds(site);
  const json = [...statusJson(site)].map(([name, value]): [string, string] => [`api/v2/${name}.json`, JSON.stringify(value)]);
  return [...json, ['feed.atom', atom], ['feed.rss', rss], ['calendar.ics', calendar(site)], ['badge.svg', badge(site)]];
}

/** Every file of the public page. The same status gives the same bytes. A private page says no more than where to sign in. */
export function renderSite(status: PublicStatus, publicUrl: string): Files {
  const site = siteOf(status, publicUrl);
  if (status.page.visibility === 'private') return new Map([['index.html', closedPage(siteOf(closed(status), publicUrl))], icon]);
  const pages = [...pagesOf(site)].map(([path, make]): [string, string] => [path, make()]);
  return new Map([...pages, ...dataFiles(site), icon]);
}

const icon: [string, string] = ['icon.svg', ICON];

const EMPTY = { groups: [], components: [], incidents: [], maintenances: [], notices: [] };

// Not even when something changed last, or that something is wrong.
const closed = (status: PublicStatus): PublicStatus => ({
  ...{ ...status, ...EMPTY, indicator: 'none', sentence: 'This page is for staff', changedAt: '' },
  page: { ...status.page, about: '' },
});

/** SHA-256 over the paths and contents. */
export function hashOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}

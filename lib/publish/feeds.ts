import { Feed } from 'feed';
import type { PublicIncident, PublicMaintenance } from '@/lib/core/status/public-status';
import { MAINTENANCE_WORDS, PHASE_WORDS } from '@/lib/core/status/status-words';
import { postmortem } from './incident-parts';
import { escaped, markup, prose, type Markup } from './markup';
import { incidentPath, maintenancePath, type Site } from './site';
import { timeText } from './times';

const LATEST = 50;

type Entry = { title: string; path: string; at: string; published: string; content: Markup };

// oxlint-disable-next-line no-control-regex
const printable = (text: string) => text.replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ');
// Atom says that its titles are HTML; of RSS nobody knows whether they are, so they hold no mark that would begin a tag.
const TITLES = { atom: escaped, rss: (text: string) => printable(text).replaceAll('<', '‹').replaceAll('>', '›') };

const said = (word: string, at: string, text: string) => markup`<p><strong>${word}</strong> (${timeText(at)})</p>${prose(text)}`;

const incidentEntry = (one: PublicIncident): Entry => ({
  ...{
    title: `${PHASE_WORDS[one.phase]}: ${one.title}`,
    path: incidentPath(one.id),
    at: one.changedAt,
    published: one.startedAt,
  },
  content: markup`${postmortem(one)}${one.updates.map(({ phase, at, text }) => said(PHASE_WORDS[phase], at, text))}`,
});

const maintenanceEntry = (one: PublicMaintenance): Entry => ({
  ...{ title: `Maintenance: ${one.title}`, path: maintenancePath(one.id), at: one.changedAt, published: one.createdAt },
  content: markup`<p>${timeText(one.startsAt)} to ${timeText(one.endsAt)}</p>${prose(one.text)}${one.updates.map(
    ({ phase, at, text }) => said(MAINTENANCE_WORDS[phase], at, text),
  )}`,
});

function feedOf({ status, address }: Site, entries: readonly Entry[], titled: (text: string) => string): Feed {
  const { page, changedAt } = status;
  const feed = new Feed({
    ...{
      id: `${address}/`,
      link: `${address}/`,
      title: printable(page.name),
      updated: new Date(changedAt),
      generator: 'Warroom',
    },
    description: printable(page.about || `${page.name}: incidents and maintenance`),
    feedLinks: { atom: `${address}/feed.atom`, rss: `${address}/feed.rss` },
  });
  for (const { title, path, at, published, content } of entries) {
    const link = escaped(`${address}/${path}`);
    feed.addItem({
      title: titled(title),
      id: link,
      link,
      date: new Date(at),
      published: new Date(published),
      content: content.html,
    });
  }
  return feed;
}

/** Incidents and maintenance, an entry each, the latest change first: as Atom and as RSS. */
export function feeds(site: Site): { atom: string; rss: string } {
  const { incidents, maintenances } = site.status;
  const entries = [...incidents.map(incidentEntry), ...maintenances.map(maintenanceEntry)]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, LATEST);
  return { atom: feedOf(site, entries, TITLES.atom).atom1(), rss: feedOf(site, entries, TITLES.rss).rss2() };
}

import { describe, expect, it } from 'vitest';
import { composeStatus } from '@/lib/core/status/compose-status';
import { emptyRows } from '@/lib/core/status/testing/status-rows';
import { publicIdOf } from './public-id';
import { hashOf, renderSite } from './render-site';
import { NOW, sampleRows, sampleStatus } from './testing/sample-status';

const files = renderSite(sampleStatus(), 'https://warroom.example');
const page = (name: string) => files.get(name) ?? '';
const pages = [...files].filter(([name]) => name.endsWith('.html'));

describe('the files of the status page', () => {
  it('are those that addresses promise', () => {
    const named = ['history/2026-10.html', `incidents/${publicIdOf('i1')}.html`, `maintenance/${publicIdOf('m2')}.html`];
    const always = [
      'index.html',
      'history/index.html',
      'feed.atom',
      'feed.rss',
      'calendar.ics',
      'badge.svg',
      'api/v2/summary.json',
    ];
    expect([...files.keys()]).toEqual(expect.arrayContaining([...named, ...always]));
  });

  it('are the same bytes for the same status, whatever the minute', () => {
    const later = composeStatus(sampleRows, '2026-11-26T16:40:00.000Z');
    expect(hashOf(renderSite(later, 'https://warroom.example'))).toBe(hashOf(files));
    expect(hashOf(renderSite(composeStatus(sampleRows, '2026-11-27T00:00:00.000Z'), 'https://warroom.example'))).not.toBe(
      hashOf(files),
    );
  });

  it('lead from one to the other by relative addresses alone, and to nothing that is not there', () => {
    const wrong = pages.flatMap(([name, html]) =>
      [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => !/^(?:https:\/\/(?:(?:status\.)?acme|warroom)\.example\/|#)/.test(address))
        .map((address) => new URL(address, `http://here/${name}`).pathname.slice(1))
        .filter((target) => !files.has(target))
        .map((target) => `${name}: ${target}`),
    );
    expect(wrong).toEqual([]);
    expect(page('index.html')).not.toContain('href="/');
  });

  it('show every state as a word, and each day as text too', () => {
    const index = page('index.html');
    for (const word of ['Operational', 'Under maintenance', 'Degraded performance', 'Partial outage'])
      expect(index).toContain(word);
    expect(index).toContain('<title>26 Nov: Major outage, so far</title>');
    expect(index).toContain('<th scope="row">3 Oct 2026</th><td>Major outage</td><td>93.75 %</td>');
    expect(index).toContain('29 Aug to 30 Sep 2026</th><td>Nothing known');
    expect(index.match(/<use href="#b/g)).toHaveLength(5 * 90);
  });

  it('hold no script but the one that the policy names, and say all without it', () => {
    for (const [name, html] of pages) {
      expect(html.match(/<script/g), name).toHaveLength(1);
      expect(html, name).not.toMatch(/ on\w+="| style="/);
      expect(html, name).toContain(`http-equiv="Content-Security-Policy"`);
    }
    expect(page('index.html')).toContain('26 Nov 2026, 15:58 UTC</time>');
  });

  it('mark what was edited, and pin notices', () => {
    expect(page('index.html')).toMatch(/edited <time datetime="2026-11-26T16:01:00.000Z"/);
    expect(page('index.html')).toContain('Support answers later than usual on 30 November.');
  });

  it('link the postmortem where the incident stands, and nothing but a web address', () => {
    const link = '<a href="https://acme.example/postmortems/search?a=1&amp;b=2">Postmortem</a>';
    const own = `incidents/${publicIdOf('i2')}.html`;
    for (const name of ['index.html', 'history/2026-11.html', own]) expect(page(name).split(link), name).toHaveLength(2);
    expect(page(`incidents/${publicIdOf('i1')}.html`)).not.toContain('Postmortem');
    for (const feed of ['feed.atom', 'feed.rss']) expect(page(feed), feed).toContain(link);
    const again = sampleRows.updates.filter(({ id }) => id !== 'u5');
    const running = renderSite(composeStatus({ ...sampleRows, updates: again }, NOW), 'https://warroom.example');
    expect(running.get('index.html')).toContain(`<p>${link}</p>`);
    const incidents = sampleRows.incidents.map((one) => ({ ...one, postmortemUrl: 'javascript:alert(1)', postmortemAt: NOW }));
    const hostile = renderSite(composeStatus({ ...sampleRows, incidents }, NOW), 'https://warroom.example');
    for (const [name, text] of hostile) if (!name.endsWith('.json')) expect(text, name).not.toMatch(/Postmortem|javascript:/);
  });

  it('name full addresses where a reader elsewhere needs them', () => {
    expect(page('feed.atom')).toContain(`https://warroom.example/status/incidents/${publicIdOf('i1')}.html`);
    expect(page('calendar.ics')).toContain('STATUS:CANCELLED');
    expect(page('calendar.ics')).toContain('DTSTART:20261203T220000Z');
  });

  it('keep every text a text', () => {
    const evil = `]]><script>alert(1)</script><img src=x onerror=alert(1)>]]>"'`;
    const rows = {
      ...sampleRows,
      page: { ...sampleRows.page, name: evil, about: evil, supportUrl: 'javascript:alert(1)' },
      groups: sampleRows.groups.map((one) => ({ ...one, name: evil })),
      components: sampleRows.components.map((one) => ({ ...one, name: evil, description: evil })),
      incidents: sampleRows.incidents.map((one) => ({ ...one, title: evil })),
      updates: sampleRows.updates.map((one) => ({
        ...{ ...one, text: evil, components: one.components.map((each) => ({ ...each, name: evil })) },
      })),
      maintenances: sampleRows.maintenances.map((one) => ({ ...one, title: evil, text: evil })),
      notices: sampleRows.notices.map((one) => ({ ...one, text: evil })),
    };
    for (const [name, text] of renderSite(composeStatus(rows, NOW), 'https://warroom.example')) {
      if (name.endsWith('.json') || name.endsWith('.ics')) continue;
      expect(text.replace(/<script>\(\(\)/, ''), name).not.toMatch(/<script|<img/);
      expect(text, name).not.toContain('javascript:');
      // What stands between CDATA marks ends only where it was meant to.
      expect(text.match(/<!\[CDATA\[/g)?.length ?? 0, name).toBe(text.match(/\]\]>/g)?.length ?? 0);
    }
  });

  it('of an empty page say so', () => {
    const empty = renderSite(composeStatus(emptyRows(), NOW), 'https://warroom.example');
    expect(empty.get('index.html')).toContain('No component is listed yet.');
    expect(empty.get('index.html')).toContain('None in the last 14 days.');
    expect(empty.get('history/index.html')).toContain('Nothing has happened yet.');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyRoom, PEOPLE } from '@/lib/core/incident/testing/room';
import { newsOf, newsOfPromise, newsOfTest, type HookNews } from './hook-news';
import { HOOK_SHAPES, shaped } from './shape';

const URL = 'https://warroom.example';
const NASTY = '@everyone @here <!channel> <@U123> [click](https://evil.example) **bold** `code` ~~x~~ # big & <script>';

const news = (words: string): HookNews => ({
  ...{ key: 'k', events: ['declared'], type: 'incident.declared', at: '2026-11-26T12:00:00.000Z', by: words },
  ...{ incident: { key: 'INC-7', title: words, severity: 'SEV1', status: 'investigating' }, headline: words, text: words },
});

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

type Slack = {
  text: string;
  blocks: { type: string; text?: { type: string; text: string }; elements?: { type: string; text: string }[] }[];
};
type Discord = { allowed_mentions: object; embeds: { title: string; description: string; footer: { text: string } }[] };

describe('a message to a chat', () => {
  it('says what happened, of what, by whom and where', () => {
    const room = busyRoom().do('ana', 'incident.set-severity', { severity: 'SEV1', because: 'all customers' });
    const told = newsOf(room.state, room.last);
    expect(told).toMatchObject({ events: ['severity'], type: 'incident.severityChanged', by: 'Ana', text: 'all customers' });
    for (const shape of HOOK_SHAPES) {
      const texts = textsIn(shaped(shape, told as HookNews, URL))
        .join('\n')
        .replaceAll('\\', '');
      for (const words of ['INC-7', 'SEV1', 'all customers', 'Ana', `${URL}/incidents/INC-7`]) expect(texts).toContain(words);
    }
  });

  it('to Slack holds words of people as plain text only, and mentions nobody', () => {
    const { text, blocks } = shaped('slack', news(NASTY), URL) as Slack;
    expect(text).not.toMatch(/[<>]/);
    const marked = blocks.flatMap(({ elements = [], text: own }) => [...elements, ...(own ? [own] : [])]);
    const mrkdwn = marked.filter(({ type }) => type !== 'plain_text').map(({ text: words }) => words);
    expect(mrkdwn).toEqual([`<${URL}/incidents/INC-7|Open in Warroom>`]);
  });

  it('to Discord and Mattermost has every mark of markup escaped, and mentions nobody', () => {
    const discord = shaped('discord', news(NASTY), URL) as Discord;
    expect(discord.allowed_mentions).toEqual({ parse: [] });
    const unescaped = /(?<!\\)[`*_~[\]()<#@]/;
    expect(discord.embeds[0]?.description).not.toMatch(unescaped);
    expect(discord.embeds[0]?.title).not.toMatch(unescaped);
    const { text } = shaped('mattermost', news(NASTY), URL) as { text: string };
    expect(text).not.toMatch(/@\w/);
    const own = text.replace(`[Open in Warroom](${URL}/incidents/INC-7)`, '').replace(/^\*\*|\*\*$/gm, '');
    expect(own).not.toMatch(/(?<!\\)[`*_~[\]()<#]/);
  });

  it('to Teams holds words of people in plain runs only', () => {
    const types = new Set<string>();
    JSON.stringify(shaped('teams', news(NASTY), URL), (key, value: unknown) => {
      if (key === 'type') types.add(String(value));
      return value;
    });
    expect(types).not.toContain('TextBlock');
    expect(types).toContain('TextRun');
    expect(JSON.stringify(shaped('teams', news(NASTY), URL))).not.toContain('entities');
  });

  it('stays within what each chat takes, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (piece) => {
        const words = piece.repeat(Math.ceil(7000 / piece.length));
        const { text, blocks } = shaped('slack', news(words), URL) as Slack;
        expect(text.length).toBeLessThanOrEqual(1000);
        for (const { type, text: own } of blocks)
          expect(own?.text.length ?? 0).toBeLessThanOrEqual(type === 'header' ? 150 : 3000);
        const [embed] = (shaped('discord', news(words), URL) as Discord).embeds;
        expect(embed?.title.length).toBeLessThanOrEqual(256);
        expect(embed?.description?.length ?? 0).toBeLessThanOrEqual(4096);
        expect(
          (embed?.title.length ?? 0) + (embed?.description?.length ?? 0) + (embed?.footer.text.length ?? 0),
        ).toBeLessThanOrEqual(6000);
        expect((shaped('mattermost', news(words), URL) as { text: string }).text.length).toBeLessThanOrEqual(4100);
        expect(Buffer.byteLength(JSON.stringify(shaped('teams', news(words), URL)))).toBeLessThanOrEqual(28_000);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('never cuts a character in two', () => {
    const { text } = shaped('slack', news('😀'.repeat(2000)), URL) as Slack;
    expect(text.isWellFormed()).toBe(true);
  });
});

describe('what hooks are told', () => {
  it('is resolved for whoever asks for that or for any status', () => {
    const room = busyRoom().do('ana', 'incident.set-status', { status: 'resolved', because: 'the graph is flat' });
    expect(newsOf(room.state, room.last)).toMatchObject({ events: ['status', 'resolved'], headline: 'resolved' });
  });

  it('is the promise that is overdue, under one key', () => {
    const room = busyRoom().do('ana', 'update.promise', { nextUpdateAt: '2026-11-23T16:30:00.000Z' });
    expect(newsOfPromise(room.state)).toMatchObject({
      events: ['promise'],
      key: `promise:${room.state.id}:2026-11-23T16:30:00.000Z`,
    });
    expect(newsOfPromise(busyRoom().state)).toBeNull();
  });

  it('is nothing of an update to the team, of a note, of a private incident or of practice', () => {
    const room = busyRoom().do('ana', 'update.post', { audience: 'team', text: 'to us' });
    expect(newsOf(room.state, room.last)).toBeNull();
    room.do('ana', 'log.write', { text: 'a note' });
    expect(newsOf(room.state, room.last)).toBeNull();
    room.do('ana', 'incident.set-severity', { severity: 'SEV1' });
    expect(newsOf({ ...room.state, isPrivate: true }, room.last)).toBeNull();
    expect(newsOf({ ...room.state, isPractice: true }, room.last)).toBeNull();
    expect(newsOfPromise({ ...room.state, nextUpdateAt: room.now, isPrivate: true })).toBeNull();
  });

  it('is a test that belongs to no incident', () => {
    const test = newsOfTest('k', '2026-11-26T12:00:00.000Z', PEOPLE.ana.name);
    for (const shape of HOOK_SHAPES) expect(JSON.stringify(shaped(shape, test, URL))).toContain('A test message');
  });
});

import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { outgoing, tokenIn, type Outgoing } from '@/lib/jobs/testing/outgoing';
import { signedHeaders } from '@/lib/jobs/sign-webhook';
import { refusalOf } from '../people/testing/test-people';
import type { Subscribers } from './subscribers';

const HOUR_MS = 3_600_000;

let t: Outgoing;
let subscribers: Subscribers;
let admin: Caller;
let ana: Caller;
beforeAll(async () => {
  t = await outgoing();
  ({ subscribers } = t.services);
  admin = await t.person('admin', 'Ada');
  ana = await t.person('responder', 'Ana');
});
afterAll(() => t.close());
// Effects are dated by the database, whose clock no test moves.
afterEach(() => t.backToNow());
beforeEach(() => {
  t.smtp.received.length = 0;
  t.calls.length = 0;
});

const someone = () => `${uuidv7()}@example.org`;
const mailsTo = (address: string) => t.smtp.received.filter(({ to }) => to === address);
const ask = (email: string, components: string[] = []) => subscribers.subscribeByMail({ email, components }, '192.0.2.1');
const row = (email: string) => t.db.prisma.subscriber.findFirst({ where: { address: email } });
const incident = async (): Promise<string> => {
  const key = await t.declare(ana);
  await t.services.incidents.execute(ana, { incident: key, id: uuidv7(), name: 'command.take', input: {} });
  return key;
};

describe('subscribing by mail', () => {
  it('begins with the link of a mail, is told of once, and ends with one click, for good', async () => {
    const email = someone();
    await ask(email);
    expect(await row(email)).toMatchObject({ confirmedAt: null });
    await t.settle();
    const [asked] = mailsTo(email);
    expect(asked?.text).toContain('https://status.example/subscribe/confirm?token=');
    expect(asked?.raw).not.toMatch(/^List-Unsubscribe/im);

    const key = await incident();
    await t.publish(ana, key);
    await t.settle();
    expect(mailsTo(email)).toHaveLength(1);

    const { manageToken, wasConfirmed } = await subscribers.confirmSubscription(tokenIn(asked?.text ?? ''));
    expect(wasConfirmed).toBe(false);
    expect((await subscribers.confirmSubscription(tokenIn(asked?.text ?? ''))).wasConfirmed).toBe(true);
    await t.publish(ana, key, { phase: 'resolved', text: 'It works again.', title: 'Orders <unavailable>' });
    await t.settle();
    const [, told] = mailsTo(email);
    expect(mailsTo(email)).toHaveLength(2);
    expect(told?.subject).toBe('[Status] Resolved: Orders <unavailable>');
    expect(told?.text).toContain('It works again.');
    expect(told?.html).toContain('Orders &lt;unavailable&gt;');
    expect(told?.html).not.toContain('<unavailable>');
    expect(told?.raw).toMatch(/^List-Unsubscribe: <https:\/\/status\.example\/api\/v1\/subscribe\/one-click\?token=[\w.-]+>/m);
    expect(told?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);

    expect(await subscribers.unsubscribe(tokenIn(told?.text ?? ''))).toEqual({ wasEnded: false });
    t.advance(400 * 24 * HOUR_MS);
    expect(await subscribers.unsubscribe(manageToken)).toEqual({ wasEnded: true });
    expect(await refusalOf(subscribers.confirmSubscription(tokenIn(asked?.text ?? '')))).toBe('conflict');
    await t.publish(ana, key, { phase: 'monitoring', text: 'Once more.' });
    await t.settle();
    expect(mailsTo(email)).toHaveLength(2);
  });

  it('gets what the preview in the room said', async () => {
    const email = someone();
    const token = await t.subscribed(email);
    const [key, orders] = [await incident(), await t.component('Orders <b>')];
    const said = { audience: 'public', phase: 'identified', text: 'A cause\nis known.', title: 'Orders fail' } as const;
    const components = [{ componentId: orders as never, state: 'partial_outage' as const }];
    const at = t.now().toISOString();
    const { mail, webhook } = await t.services.updates.previewUpdate(ana, key, { ...said, components, at });
    await subscribers.subscribeByWebhook({ url: t.hookUrl, components: [] }, '192.0.2.1');
    await t.settle();
    const updateId = await t.publish(ana, key, { ...said, components });
    await t.settle();
    const [sent] = mailsTo(email).slice(-1);
    expect(sent?.subject).toBe(mail?.subject);
    const short = (text = '') =>
      text
        .replaceAll('\r\n', '\n')
        .replace(token, '…')
        .replace(/\d\d:\d\d UTC/, '00:00 UTC')
        .trim();
    expect(short(sent?.text)).toBe(short(mail?.text));
    const told = (text = '') => {
      const { data } = JSON.parse(text) as { data: { update: object } };
      return { ...data, update: { ...data.update, id: updateId, at } };
    };
    expect(told(t.calls.at(-1)?.body)).toEqual(told(webhook?.body));
  });

  it('answers the same whether the address is new, asked before, subscribed or ended', async () => {
    const [fresh, asked, active, ended] = [someone(), someone(), someone(), someone()];
    await ask(asked);
    await t.subscribed(active);
    await subscribers.unsubscribe(await t.subscribed(ended));
    expect(await Promise.all([fresh, asked, active, ended].map((email) => ask(email)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    await t.settle();
    expect(mailsTo(active).at(-1)?.subject).toMatch(/^You already get updates/);
    expect(mailsTo(ended).at(-1)?.subject).toMatch(/^Confirm/);
    expect((await row(active))?.confirmedAt).not.toBeNull();
    await subscribers.confirmSubscription(tokenIn(mailsTo(ended).at(-1)?.text ?? ''));
    expect(await row(ended)).toMatchObject({ endedAt: null, endedBy: null });
  });

  it('does not let somebody else change what a subscriber chose', async () => {
    const email = someone();
    const [orders, search] = [await t.component('Orders'), await t.component('Search')];
    await t.subscribed(email, [orders]);
    await ask(email, [search]);
    expect((await row(email))?.componentIds).toEqual([orders]);
  });

  it('fills no mailbox, and says nothing of it', async () => {
    const email = someone();
    for (let n = 0; n < 6; n += 1) await ask(email);
    await t.settle();
    expect(mailsTo(email)).toHaveLength(3);
    t.advance(HOUR_MS);
    await ask(email);
    await t.settle();
    expect(mailsTo(email)).toHaveLength(4);
  });

  it('is limited for a network', async () => {
    const asks = Array.from({ length: 70 }, () =>
      refusalOf(subscribers.subscribeByMail({ email: someone(), components: [] }, '198.51.100.9')),
    );
    const refusals = await Promise.all(asks);
    expect(refusals.filter((code) => code === 'too_many')).toHaveLength(10);
    expect(refusals.filter((code) => code === null)).toHaveLength(60);
  });

  it('needs the link within 72 hours, and whole', async () => {
    const email = someone();
    await ask(email);
    await t.settle();
    const token = tokenIn(mailsTo(email)[0]?.text ?? '');
    expect(await refusalOf(subscribers.confirmSubscription(token.slice(0, -1)))).toBe('not_found');
    expect(await refusalOf(subscribers.unsubscribe(token))).toBe('not_found');
    t.advance(72 * HOUR_MS);
    expect(await refusalOf(subscribers.confirmSubscription(token))).toBe('conflict');
    t.advance(8 * 24 * HOUR_MS);
    await subscribers.sweepSubscribers();
    expect(await row(email)).toBeNull();
  });

  it('leaves no token in any table', async () => {
    const email = someone();
    const token = await t.subscribed(email);
    await t.publish(ana, await incident());
    await t.settle();
    const dump = await t.db.pool.query(
      `SELECT row_to_json(d)::text AS text FROM delivery d UNION ALL SELECT row_to_json(s)::text FROM subscriber s`,
    );
    const words = dump.rows.map(({ text }: { text: string }) => text).join('\n');
    expect(words).toContain(email);
    const linked = t.smtp.received.map(({ text }) => tokenIn(text)).filter(Boolean);
    expect(linked.length).toBeGreaterThan(1);
    for (const secret of [token, ...linked]) expect(words).not.toContain(secret);
  });
});

describe('an announcement', () => {
  it('goes to those whose components it concerns, now or earlier in the incident, and to those who chose none', async () => {
    const [orders, search] = [await t.component('Orders'), await t.component('Search')];
    const [all, onOrders, onSearch] = [someone(), someone(), someone()];
    await t.subscribed(all);
    await t.subscribed(onOrders, [orders]);
    await t.subscribed(onSearch, [search]);
    t.smtp.received.length = 0;
    const key = await incident();
    await t.publish(ana, key, { components: [{ componentId: orders, state: 'major_outage' }] });
    await t.publish(ana, key, { phase: 'resolved', text: 'It works again.' });
    await t.settle();
    expect([all, onOrders, onSearch].map((email) => mailsTo(email).length)).toEqual([2, 2, 0]);
    expect(mailsTo(onOrders).some(({ text }) => text.includes('Orders: major outage'))).toBe(true);
  });

  it('of what was hidden, taken back or made private meanwhile goes to nobody', async () => {
    const email = someone();
    await t.subscribed(email);
    t.smtp.received.length = 0;
    const key = await incident();
    await t.publish(ana, key);
    const hide = { incident: key, id: uuidv7(), name: 'incident.restrict', input: { isPrivate: true } };
    await t.services.incidents.execute(ana, hide);
    const other = await incident();
    await t.publish(ana, other);
    const redact = { incident: other, id: uuidv7(), name: 'update.redact', input: { update: 'U1', because: 'a name' } };
    await t.services.incidents.execute(ana, redact);
    await t.settle();
    expect(mailsTo(email)).toEqual([]);

    await t.publish(ana, await incident());
    const value = JSON.stringify({ name: 'Shop', visibility: 'private' });
    await t.db.prisma.setting.create({ data: { name: 'status_page', value } });
    await t.settle();
    expect(mailsTo(email)).toEqual([]);
    expect(await refusalOf(ask(someone()))).toBe('not_found');
    expect(await subscribers.subscribeOptions()).toBeNull();
    await t.db.prisma.setting.delete({ where: { name: 'status_page' } });
  });

  it('taken back after it was queued is not sent', async () => {
    const email = someone();
    await t.subscribed(email);
    t.smtp.received.length = 0;
    const key = await incident();
    const updateId = await t.publish(ana, key);
    await subscribers.announce({ about: { updateId }, since: t.now() });
    const redact = { incident: key, id: uuidv7(), name: 'update.redact', input: { update: 'U1', because: 'a name' } };
    await t.services.incidents.execute(ana, redact);
    await t.settle();
    expect(mailsTo(email)).toEqual([]);
    const left = await t.db.prisma.delivery.findFirst({ where: { dedupKey: { startsWith: `update:${updateId}` } } });
    expect(left).toMatchObject({ doneAt: null, lastError: 'Not sent: nobody is to get it any more.' });
    expect(left?.failedAt).not.toBeNull();
  });

  it('is queued once, however often and by however many it is tried, and whole after one that died half-way', async () => {
    await t.db.prisma.subscriber.deleteMany({});
    const at = new Date(t.now().getTime() - HOUR_MS);
    const rows = Array.from({ length: 2_500 }, () => uuidv7()).map((id) => ({
      id,
      kind: 'mail',
      address: `${id}@example.org`,
      tokenHash: id,
    }));
    await t.db.prisma.subscriber.createMany({
      data: rows.map((one) => ({ ...one, componentIds: [], createdAt: at, confirmedAt: at })),
    });
    const updateId = await t.publish(ana, await incident());
    const input = { about: { updateId }, since: t.now() };
    const dies = subscribers.announce({ ...input, onPage: () => Promise.reject(new Error('killed')) });
    expect(await refusalOf(dies)).toMatch(/killed/);
    const count = () => t.db.prisma.delivery.count({ where: { dedupKey: { startsWith: `update:${updateId}` } } });
    expect(await count()).toBe(1_000);
    const other = t.another().subscribers;
    const [one, two] = await Promise.all([subscribers.announce(input), other.announce(input), subscribers.announce(input)]);
    expect(await count()).toBe(2_500);
    expect((one ?? 0) + (two ?? 0)).toBeLessThanOrEqual(1_500);
    await t.db.prisma.delivery.deleteMany({ where: { dedupKey: { startsWith: 'update:' } } });
    await t.db.prisma.subscriber.deleteMany({});
  });
});

describe('subscribing a webhook', () => {
  const add = (url = `${t.hookUrl}/${uuidv7()}`, components: string[] = []) =>
    subscribers.subscribeByWebhook({ url, components }, '192.0.2.1').then((made) => ({ ...made, url }));

  it('begins once a signed test was answered, is told of signed, and ends with 410', async () => {
    const { secret, token } = await add();
    t.answers.push(401);
    await t.settle();
    expect(await subscribers.readSubscription(token)).toMatchObject({
      state: 'pending',
      calls: [{ isDone: false, status: '401', error: 'The receiver answered 401.' }],
    });
    await t.db.prisma.delivery.updateMany({ where: { doneAt: null }, data: { dueAt: new Date(0) } });
    await t.settle();
    expect(await subscribers.readSubscription(token)).toMatchObject({
      state: 'active',
      calls: [{ isDone: true, status: '200' }],
    });
    const key = await incident();
    await t.publish(ana, key);
    await t.settle();
    const [first, again, told] = t.calls;
    expect(t.calls).toHaveLength(3);
    expect(first?.headers['webhook-id']).toBe(again?.headers['webhook-id']);
    for (const { headers, body } of [first!, again!, told!]) {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      expect(headers['webhook-signature']).toBe(
        signedHeaders({ id: String(headers['webhook-id']), at, body }, secret)['webhook-signature'],
      );
    }
    expect(JSON.parse(told?.body ?? '')).toMatchObject({ type: 'incident.updated', data: { title: 'Orders unavailable' } });
    t.answers.push(410);
    await t.publish(ana, key, { phase: 'identified' });
    await t.settle();
    expect(await subscribers.readSubscription(token)).toMatchObject({ state: 'unsubscribed' });
    await t.publish(ana, key, { phase: 'resolved' });
    await t.settle();
    expect(t.calls).toHaveLength(4);
  });

  it('that leads inside is refused in words', async () => {
    for (const url of [
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'https://203.0.113.9:8443/',
      'http://[::ffff:10.0.0.1]/',
    ]) {
      expect(await refusalOf(add(url))).toBe('invalid');
    }
  });

  it('that is subscribed is nobody else’s to take over; one that never answered is', async () => {
    const { url, token } = await add();
    const second = await add(url);
    expect(await refusalOf(subscribers.readSubscription(token))).toBe('not_found');
    await t.settle();
    expect(await subscribers.readSubscription(second.token)).toMatchObject({ state: 'active' });
    expect(await refusalOf(add(url))).toBe('conflict');
  });
});

describe('the list of subscribers', () => {
  it('finds, pages, removes and exports, for administrators at that very moment', async () => {
    await t.db.prisma.subscriber.deleteMany({});
    const at = t.now();
    const rows = Array.from({ length: 120 }, (_, n) => ({ id: uuidv7(), address: `reader-${n}@example.org` }));
    rows.push({ id: uuidv7(), address: '=cmd@evil.example' });
    await t.db.prisma.subscriber.createMany({
      data: rows.map((one) => ({ ...one, kind: 'mail', tokenHash: one.id, componentIds: [], createdAt: at, confirmedAt: at })),
    });
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await subscribers.listSubscribers(admin, { cursor });
      seen.push(...page.subscribers.map(({ address }) => address));
      [cursor, more] = [page.nextCursor ?? undefined, page.nextCursor !== null];
      expect(page.active).toBe(121);
    }
    expect(new Set(seen).size).toBe(121);
    const found = await subscribers.listSubscribers(admin, { q: 'READER-11' });
    expect(found.subscribers.map(({ address }) => address).toSorted()).toEqual(
      ['reader-11@example.org', ...Array.from({ length: 10 }, (_, n) => `reader-11${n}@example.org`)].toSorted(),
    );
    await subscribers.removeSubscriber(admin, rows[0]!.id);
    await subscribers.removeSubscriber(admin, rows[0]!.id);
    expect((await subscribers.listSubscribers(admin, { state: 'removed' })).subscribers).toHaveLength(1);
    const csv = await subscribers.exportSubscribers(admin);
    expect(csv.split('\r\n')).toHaveLength(123);
    expect(csv).toContain(`mail,"'=cmd@evil.example",active`);
    for (const asking of [ana, { ...ana, actor: { ...ana.actor, role: 'admin' as const } }]) {
      expect(await refusalOf(subscribers.removeSubscriber(asking, rows[1]!.id))).toBe('forbidden');
    }
    expect(await refusalOf(subscribers.listSubscribers(ana, {}))).toBe('forbidden');
    expect(await refusalOf(subscribers.exportSubscribers(ana))).toBe('forbidden');
    expect(await refusalOf(subscribers.removeSubscriber(admin, uuidv7()))).toBe('not_found');
  });
});

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type Mail, type Mailer } from './mail';
import type { MailRefused } from './mail-refused';
import { smtpOptions } from './smtp-options';
import { smtpReceiver, type Behaviour, type SmtpReceiver } from './testing/smtp-receiver';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const mailerTo = (url: string): Mailer => {
  const mailer = createMailer({ url, from: 'Shop status <status@shop.example>' });
  open.unshift(mailer);
  return mailer;
};
async function house(behave: Behaviour = {}): Promise<{ server: SmtpReceiver; mailer: Mailer }> {
  const server = await smtpReceiver(behave);
  open.push(server);
  return { server, mailer: mailerTo(server.url) };
}
const mail = (more: Partial<Mail> = {}): Mail => ({
  ...{ id: 'a-delivery', to: 'ana@example.org', subject: 'Orders', text: 'Wörds', html: '<p>Wörds</p>', headers: {} },
  ...more,
});
const never = () => new AbortController().signal;
const refused = (sending: Promise<unknown>): Promise<MailRefused> =>
  sending.then(
    () => Promise.reject(new Error('It was sent.')),
    (error: MailRefused) => error,
  );

/** A server of one's own words: what it says at each line it gets. */
async function talker(answer: (line: string, socket: Socket) => string | null): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        const said = answer(line, socket);
        if (said !== null && socket.writable) socket.write(`${said}\r\n`);
      }
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => (sockets.forEach((one) => one.destroy()), server.close()) });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('mail', () => {
  it('arrives in both forms, under the id of its delivery, with its headers, over one connection', async () => {
    const { server, mailer } = await house();
    for (const id of ['one', 'two']) {
      await mailer.send(mail({ id, headers: { 'List-Unsubscribe': '<https://status.example/u?token=abc>' } }), never());
    }
    expect(server.received.map((one) => one.id)).toEqual(['<one@shop.example>', '<two@shop.example>']);
    expect(server.dialogues()).toBe(1);
    const [first] = server.received;
    expect(first).toMatchObject({ to: 'ana@example.org', subject: 'Orders', text: 'Wörds', html: '<p>Wörds</p>' });
    expect(first?.raw).toContain('List-Unsubscribe: <https://status.example/u?token=abc>');
    expect(first?.raw).toContain('From: Shop status <status@shop.example>');
  });

  it.each([
    ['a header in the subject', { subject: 'Hi\r\nBcc: eve@evil.example' }],
    ['a header in a header', { headers: { 'X-A': 'b\r\nBcc: eve@evil.example' } }],
    ['a header as a name', { headers: { 'X-A: b\r\nBcc': 'eve@evil.example' } }],
    ['two receivers', { to: 'ana@example.org, eve@evil.example' }],
    ['a receiver with a line break', { to: 'ana@example.org\r\nRCPT TO:<eve@evil.example>' }],
    ['a receiver with angle brackets', { to: 'a> <eve@evil.example' }],
  ] satisfies [string, Partial<Mail>][])('with %s is refused before anybody is asked', async (_what, wrong) => {
    const { server, mailer } = await house();
    await refused(mailer.send(mail(wrong), never()));
    expect([server.received, server.dialogues()]).toEqual([[], 0]);
  });

  it('with dots and commands in its text says nothing else', async () => {
    const { server, mailer } = await house();
    const text = 'one\n.\nMAIL FROM:<eve@evil.example>\nRCPT TO:<eve@evil.example>\n..two';
    await mailer.send(mail({ text, html: null }), never());
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.text.replaceAll('\r\n', '\n').trimEnd()).toContain('\n.\nMAIL FROM:<eve@evil.example>');
  });

  it.each([
    ['the receiver is refused', { receiver: () => ({ code: 550, text: 'No such user' }) }, 'receiver', 550],
    ['the receiver is greylisted', { receiver: () => ({ code: 451, text: 'Come back later' }) }, 'receiver', 451],
    ['the message is refused', { message: () => ({ code: 554, text: 'Looks like spam' }) }, 'message', 554],
    ['the server cuts off after the message', { message: () => 'cut' as const }, 'connection', null],
  ] satisfies [string, Behaviour, string, number | null][])(
    'says so where %s, and goes on',
    async (_what, behaviour, step, code) => {
      let isKind = false;
      const { server, mailer } = await house({
        receiver: (address) => (isKind ? null : ((behaviour as Behaviour).receiver?.(address) ?? null)),
        message: (one) => (isKind ? null : ((behaviour as Behaviour).message?.(one) ?? null)),
      });
      expect(await refused(mailer.send(mail(), never()))).toMatchObject({ step, code });
      isKind = true;
      await mailer.send(mail(), never());
      expect(server.received).toHaveLength(1);
    },
  );

  it('is broken off while the server has not got it, and never after', async () => {
    const asked = new AbortController();
    const slow = await talker((line, socket) => {
      if (line.startsWith('RCPT')) return (asked.abort(), null);
      if (line === 'DATA') socket.destroy();
      return '250 yes';
    });
    expect(await refused(mailerTo(slow).send(mail(), asked.signal))).toMatchObject({ step: 'connection', code: null });

    const late = new AbortController();
    const { server, mailer } = await house({
      message: () => {
        late.abort();
        return new Promise((resolve) => setImmediate(() => resolve(null)));
      },
    });
    await mailer.send(mail(), late.signal);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['says yes to everything and takes nothing', (line: string) => (/^[A-Z]{4}/.test(line) ? '250 yes' : '500 what?')],
    ['talks nonsense', () => 'hello there'],
    ['ends in the middle', (line: string, socket: Socket) => (line.startsWith('MAIL') ? (socket.destroy(), null) : '250 yes')],
  ])('a server that %s is no success, and nothing final', async (_what, answer) => {
    const error = await refused(mailerTo(await talker(answer)).send(mail(), never()));
    expect(error.name).toBe('MailRefused');
    expect([null, 250, 500]).toContain(error.code);
  });

  it('nobody answers at all', async () => {
    expect(await refused(mailerTo('smtp://127.0.0.1:1').send(mail(), never()))).toMatchObject({ step: 'connection', code: null });
  });
});

it('a password goes over an encrypted connection alone, but on the same machine', () => {
  expect(smtpOptions('smtp://user:p%40ss@mail.example.com:587')).toMatchObject({
    ...{ host: 'mail.example.com', port: 587, secure: false, requireTLS: true },
    auth: { user: 'user', pass: 'p@ss' },
  });
  expect(smtpOptions('smtp://mail.example.com').requireTLS).toBe(false);
  expect(smtpOptions('smtp://user:pass@127.0.0.1:2525').requireTLS).toBe(false);
  expect(smtpOptions('smtps://user:pass@mail.example.com').secure).toBe(true);
  expect(smtpOptions('smtp://user:pass@relay.internal?requireTLS=false').requireTLS).toBe(false);
});

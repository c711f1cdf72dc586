import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { readTarget } from '@/lib/connectors/check-target';
import { createGuardedFetch } from '@/lib/connectors/guarded-fetch';
import { createMailer, type Mailer } from '@/lib/connectors/mail';
import { smtpReceiver, type Behaviour, type SmtpReceiver } from '@/lib/connectors/testing/smtp-receiver';
import { testServices, type TestServices } from '@/lib/services/testing/test-services';
import { announceNext } from '../announce-worker';
import { sendDue, type Senders, type SendingDeps } from '../send-deliveries';
import { createMailSender } from '../senders/mail';
import { createWebhookSender } from '../senders/webhook';

export type ReceivedCall = { headers: IncomingHttpHeaders; body: string; path: string };

export type Outgoing = TestServices & {
  smtp: SmtpReceiver;
  mailer: Mailer;
  calls: ReceivedCall[];
  hookUrl: string;
  /** What the webhook answers, in turn; 200 when none is left. */
  answers: number[];
  deps: SendingDeps;
  now: () => Date;
  advance: (ms: number) => void;
  backToNow: () => void;
  /** Announces and sends until nothing is due. */
  settle: () => Promise<void>;
  component: (name: string) => Promise<string>;
  /** Publishes an update of an incident; answers its id. */
  publish: (caller: Caller, incident: string, input?: object) => Promise<string>;
  /** Subscribes by mail and confirms by the link of the mail; answers the token that manages it. */
  subscribed: (email: string, components?: string[]) => Promise<string>;
};

async function hookReceiver(calls: ReceivedCall[], answers: number[]): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body, path: request.url ?? '' });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The token in the link of a mail. */
export const tokenIn = (text: string): string => /token=([\w.-]+)/.exec(text)?.[1] ?? '';

/** Services with ways out: a real mail server and a real webhook receiver on this machine, at a time that moves when told. */
export async function outgoing(behave: Behaviour = {}): Promise<Outgoing> {
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const allowed = allowedTargets('127.0.0.1');
  const whyNotCalled = (url: string) => {
    try {
      return readTarget(url, allowed) && null;
    } catch (refused) {
      return (refused as Error).message;
    }
  };
  const outside = { publicUrl: 'https://status.example', hasMail: true, whyNotCalled, queued: () => undefined };
  const t = await testServices({ clock: now, outside });
  const smtp = await smtpReceiver(behave);
  const mailer = createMailer({ url: smtp.url, from: 'status@shop.example' });
  const [calls, answers]: [ReceivedCall[], number[]] = [[], []];
  const hook = await hookReceiver(calls, answers);
  const { subscribers } = t.services;
  const targets = { secretOf: subscribers.secretOfCall, answered: subscribers.callAnswered, gone: subscribers.receiverGone };
  const senders: Senders = {
    mail: createMailSender(mailer, subscribers),
    webhook: createWebhookSender({ fetch: createGuardedFetch({ allowed }), clock: now, targets }),
  };
  const deps: SendingDeps = { pool: t.db.pool, clock: now, senders };
  const announcing = { pool: t.db.pool, clock: now, announce: subscribers.announce, onGivenUp: () => undefined };
  const settle = async () => {
    while (await announceNext(announcing));
    while ((await sendDue(deps, 20)) > 0);
  };
  return {
    ...t,
    ...{ smtp, mailer, calls, answers, deps, now, settle },
    hookUrl: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`,
    advance: (ms) => void (aheadMs += ms),
    backToNow: () => void (aheadMs = 0),
    async component(name) {
      const id = uuidv7();
      await t.db.prisma.component.create({ data: { id, name, position: 0, isPublic: true } });
      return id;
    },
    async publish(caller, incident, input = {}) {
      const said = {
        audience: 'public',
        phase: 'investigating',
        title: 'Orders unavailable',
        text: `We look into it ${uuidv7()}`,
      };
      const { events } = await t.services.incidents.execute(caller, {
        incident,
        id: uuidv7(),
        name: 'update.post',
        input: { ...said, ...input },
      });
      return (events[0]!.data as { updateId: string }).updateId;
    },
    async subscribed(email, components = []) {
      await subscribers.subscribeByMail({ email, components }, '192.0.2.1');
      await settle();
      const mail = smtp.received.findLast(({ to }) => to === email);
      return (await subscribers.confirmSubscription(tokenIn(mail?.text ?? ''))).manageToken;
    },
    async close() {
      mailer.close();
      await smtp.close();
      hook.closeAllConnections();
      hook.close();
      await t.close();
    },
  };
}

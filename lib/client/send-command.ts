import { EXPECTED_USER } from '@/lib/contracts/expected-user';
import type { Problem } from '@/lib/contracts/problem';
import type { CommandAnswer } from '@/lib/contracts/room';
import { ask, type Reply } from './http';
import type { OutboxCommand } from './outbox-command';

export type SendOutcome =
  | { kind: 'taken'; answer: CommandAnswer }
  /** For good; the person has to look at it. */
  | { kind: 'refused'; problem: Problem }
  | { kind: 'later'; retryAfterMs: number | null }
  | { kind: 'signed-out'; reason: string };

export type Send = (command: OutboxCommand, attachment: Blob | null) => Promise<SendOutcome>;

const UPLOAD_TIMEOUT_MS = 180_000;

const TOO_LARGE: Problem = {
  type: 'about:blank#too_large',
  title: 'Too large',
  status: 413,
  code: 'too_large',
  detail: 'Something between here and the server refuses this for its size. Cut it to the part that matters.',
  requestId: '',
};

/** What an answer means for the queue. Refusals count only in the server's own words; a proxy's page does not. [O2] */
export function outcomeOf(reply: Reply<CommandAnswer>): SendOutcome {
  if (reply.kind === 'ok') return { kind: 'taken', answer: reply.value };
  if (reply.kind === 'silence') {
    if (reply.status === 413) return { kind: 'refused', problem: TOO_LARGE };
    return { kind: 'later', retryAfterMs: reply.retryAfterMs };
  }
  const { problem, retryAfterMs } = reply;
  if (problem.status === 401) return { kind: 'signed-out', reason: problem.detail };
  if (problem.status >= 500 || problem.status === 429) return { kind: 'later', retryAfterMs };
  return { kind: 'refused', problem };
}

type EvidenceInput = Record<string, unknown> & { source?: Record<string, unknown> };

/** The query of an upload: the fields of `evidence.add` that the address can carry. */
export function uploadQuery(input: EvidenceInput, at: string | null): string {
  const { source = {}, hypothesis, kind, title, value, note } = input;
  const fields = { hypothesis, kind, title, value, note, command: source.command, host: source.host, at };
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) if (field !== null && field !== undefined) query.set(name, String(field));
  return query.toString();
}

/** Sends a command of the outbox by HTTP; a file goes to the evidence route under the command's id. */
export const sendByHttp: Send = async ({ id, userId, incidentId, name, input, sentAs }, attachment) => {
  const at = sentAs?.at ?? null;
  const headers = { [EXPECTED_USER]: userId };
  const room = `/api/v1/incidents/${incidentId}`;
  if (attachment) {
    const query = uploadQuery(input as EvidenceInput, at);
    return outcomeOf(
      await ask<CommandAnswer>(`${room}/evidence?${query}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': id, 'content-type': attachment.type || 'text/plain' },
        body: attachment,
        timeoutMs: UPLOAD_TIMEOUT_MS,
      }),
    );
  }
  const body = JSON.stringify({ id, name, input, ...(at === null ? {} : { at }) });
  return outcomeOf(
    await ask<CommandAnswer>(`${room}/commands`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    }),
  );
};

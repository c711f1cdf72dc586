import * as z from 'zod/mini';
import { uuidv7 } from 'uuidv7';
import type { Incidents } from '@/lib/services/incident/incidents';
import { ServiceError } from '@/lib/services/errors';
import { callerOf, type ApiContext } from '../api-env';
import { mediaTypeOf } from '../read-body';
import type { Router } from '../route';

const text = (max: number) => z.optional(z.string().check(z.maxLength(max)));

const AddQuery = z.strictObject({
  hypothesis: text(40),
  kind: text(20),
  title: text(400),
  value: z.optional(
    z.pipe(
      z.string().check(z.regex(/^[+-]?[0-2]$/, { error: 'Weigh it from -2 to 2.' })),
      z.transform((value: string) => Number(value)),
    ),
  ),
  note: text(2000),
  command: text(2000),
  host: text(255),
  url: text(2000),
  query: text(4000),
  from: text(40),
  to: text(40),
  at: text(40),
});

const lineNumber = (fallback: number) =>
  z._default(
    z.pipe(
      z.string().check(z.regex(/^[1-9]\d{0,8}$/, { error: 'Give a line number, from 1.' })),
      z.transform((value: string) => Number(value)),
    ),
    fallback,
  );
const LinesQuery = z.strictObject({ from: lineNumber(1), to: lineNumber(500) });

async function* streamOf(c: ApiContext): AsyncGenerator<Uint8Array> {
  if (c.req.raw.body) yield* c.req.raw.body as unknown as AsyncIterable<Uint8Array>;
}

/** `bytes=0-99`, `bytes=100-` or `bytes=-50`; null where the header is malformed or asks for several: then all is sent (RFC 9110, 14.2). */
function rangeOf(header: string | undefined, sizeBytes: number): { first: number; last: number } | null {
  const match = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, first = '', last = ''] = match;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (first === '') return { first: Math.max(0, sizeBytes - Number(last)), last: sizeBytes - 1 };
  return { first: Number(first), last: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
}

// Whatever somebody pasted must never run as a page of ours.
const INERT = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'";

function bodyHeaders(contentType: string, name: string) {
  const isImage = contentType.startsWith('image/');
  return {
    'content-type': isImage ? contentType : `${contentType}; charset=utf-8`,
    'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': INERT,
    'accept-ranges': 'bytes',
  };
}

/** The input of `evidence.add` as a query says it: where it comes from and its window stand beside the rest there. */
function inputOf({ command, host, url, query, from, to, ...said }: Omit<z.infer<typeof AddQuery>, 'at'>) {
  const source = Object.fromEntries(Object.entries({ command, host, url, query }).filter(([, value]) => value));
  if ((from === undefined) !== (to === undefined)) {
    throw new ServiceError('invalid', 'Give both ends of the window, `from` and `to`, or neither.');
  }
  return { ...said, source, ...(from === undefined ? {} : { window: { from, to } }) };
}

export function mountEvidence({ route }: Router, incidents: Incidents): void {
  const at = { who: 'signed-in', tag: 'Evidence' } as const;
  const one = '/api/v1/incidents/{incident}/evidence/{evidence}' as const;

  // Shares its address with `evidence.add`, which passes on what is not JSON.
  route(
    {
      ...{ ...at, method: 'post', path: '/api/v1/incidents/{incident}/evidence', query: AddQuery },
      ...{
        summary: 'Attach an output or an image, up to 10 MB',
        accepts: ['text/plain', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'],
      },
    },
    async (c, { query }) => {
      const { at: when, ...said } = query;
      const caller = callerOf(c);
      const incident = c.req.param('incident') ?? '';
      const id = (c.req.header('idempotency-key') ?? uuidv7()).toLowerCase();
      const input = inputOf(said);
      const contentType = mediaTypeOf(c) || 'text/plain';
      await incidents.stageEvidence(caller, { incident, id, input, at: when ?? null, contentType, stream: streamOf(c) });
      return c.json(
        await incidents.execute(caller, {
          incident,
          id,
          name: 'evidence.add',
          input: { ...input, upload: id },
          at: when ?? null,
        }),
      );
    },
  );

  route(
    { ...at, method: 'get', path: `${one}/body`, summary: 'The text as attached', answers: ['text/plain', 'image/*'] },
    async (c) => {
      const [incident, ref] = [c.req.param('incident') ?? '', c.req.param('evidence') ?? ''];
      const caller = callerOf(c);
      const seen = await incidents.seeEvidence(caller, incident, ref);
      const range = rangeOf(c.req.header('range'), seen.sizeBytes);
      if (range && range.first >= seen.sizeBytes) {
        return c.body(null, 416, { 'content-range': `bytes */${seen.sizeBytes}` });
      }
      const { bytes, first, last } = await incidents.readEvidenceBody(caller, incident, ref, range);
      const headers = bodyHeaders(
        seen.contentType,
        `${ref.toUpperCase().replace(/[^\w-]/g, '')}.${seen.contentType.split('/')[1]?.replace('plain', 'txt')}`,
      );
      if (!range) return c.body(new Uint8Array(bytes), 200, headers);
      return c.body(new Uint8Array(bytes), 206, { ...headers, 'content-range': `bytes ${first}-${last}/${seen.sizeBytes}` });
    },
  );

  route(
    { ...at, method: 'get', path: `${one}/lines`, summary: 'Lines of the text', query: LinesQuery },
    async (c, { query: { from, to } }) => {
      if (to < from) throw new ServiceError('invalid', 'The last line comes before the first. Swap them.');
      const count = to - from + 1;
      return c.json(
        await incidents.readEvidenceLines(callerOf(c), c.req.param('incident') ?? '', c.req.param('evidence') ?? '', {
          from,
          count,
        }),
      );
    },
  );
}

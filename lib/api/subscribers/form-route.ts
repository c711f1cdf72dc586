import * as z from 'zod/mini';
import { issuesOf } from '@/lib/core/incident/command';
import { isServiceError, ServiceError } from '@/lib/services/errors';
import type { ApiContext } from '../api-env';
import { mediaTypeOf, readJson, readText } from '../read-body';
import type { Router } from '../route';

const FORM = 'application/x-www-form-urlencoded';
const FORM_MAX_BYTES = 64 * 1024;
/** Fields of which a form may send several. */
const LISTS = new Set(['components']);

type Done = { json: object; /** Where a browser goes on. */ goTo: string; cookie?: string };

type FormRoute<S extends z.core.$ZodType> = {
  path: `/${string}`;
  summary: string;
  input: S;
  status?: 200 | 201 | 202;
  /** The page with the form, which says what was wrong with it. */
  page: (fields: Record<string, unknown>) => string;
  handle: (c: ApiContext, input: z.output<S>) => Promise<Done>;
};

async function readForm(c: ApiContext): Promise<Record<string, unknown>> {
  const sent = new URLSearchParams(await readText(c, FORM_MAX_BYTES));
  const names = [...new Set(sent.keys())];
  return Object.fromEntries(names.map((name) => [name, LISTS.has(name) ? sent.getAll(name) : sent.get(name)]));
}

function parse<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  throw new ServiceError('invalid', issues[0]?.message ?? 'The request makes no sense as it is.', { issues });
}

const seeOther = (c: ApiContext, path: string) => c.redirect(path, 303);

/**
 * A route that programs send JSON to, and pages without JavaScript a form: these are led on to a page, with what went wrong
 * as a code that the page has words for.
 */
export function formRoute<S extends z.core.$ZodType>({ route }: Router, spec: FormRoute<S>): void {
  const { path, summary, input, status = 200 } = spec;
  const declaration = { method: 'post', path, summary, who: 'anyone', tag: 'Subscribers', status } as const;
  route({ ...declaration, describes: input, accepts: [FORM] }, async (c) => {
    if (mediaTypeOf(c) !== FORM) {
      const done = await spec.handle(c, parse(input, await readJson(c)));
      return c.json(done.json, status);
    }
    const fields = await readForm(c);
    try {
      const { goTo, cookie } = await spec.handle(c, parse(input, fields));
      if (cookie) c.header('set-cookie', cookie);
      return seeOther(c, goTo);
    } catch (error) {
      if (!isServiceError(error) || error.code === 'failed') throw error;
      const page = new URL(spec.page(fields), 'http://page.invalid');
      page.searchParams.set('problem', error.code);
      return seeOther(c, page.pathname + page.search);
    }
  });
}

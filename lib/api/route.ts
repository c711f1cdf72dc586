import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { issuesOf } from '@/lib/core/incident/command';
import { ServiceError } from '@/lib/services/errors';
import { callerOf, type ApiContext, type ApiEnv } from './api-env';
import { readJson } from './read-body';

/** Who gets past the door. What they may do behind it is for the services to say. */
export type Who = 'anyone' | 'signed-in' | 'admin';

export type Declaration<Input extends z.core.$ZodType = z.core.$ZodType, Query extends z.core.$ZodType = z.core.$ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `/api/v1/incidents/{incident}/log`: OpenAPI's way of writing it. */
  path: `/${string}`;
  who: Who;
  summary: string;
  /** A change that pages and programs of others may ask for too: what it needs stands in the address. */
  fromAnywhere?: true;
  tag:
    | 'Status page'
    | 'Notifications'
    | 'Subscribers'
    | 'Set-up'
    | 'People'
    | 'Incidents'
    | 'Commands'
    | 'Evidence'
    | 'Log'
    | 'About';
  /** The JSON body. Left out: the handler reads the body itself, or there is none. */
  input?: Input;
  query?: Query;
  /** The schema of a JSON body that the handler reads itself, for the description. */
  describes?: z.core.$ZodType;
  /** The command behind this route. */
  command?: string;
  /** What bodies are taken besides JSON. */
  accepts?: string[];
  /** The media types of a good answer; JSON unless said. */
  answers?: string[];
  status?: number;
};

export type Given<Input extends z.core.$ZodType, Query extends z.core.$ZodType> = {
  input: z.output<Input>;
  query: z.output<Query>;
};
type Handler<Input extends z.core.$ZodType, Query extends z.core.$ZodType> = (
  c: ApiContext,
  given: Given<Input, Query>,
  /** Passes on to the next route with this address. */
  next: () => Promise<Response>,
) => Response | Promise<Response>;

function parse<S extends z.core.$ZodType>(schema: S | undefined, value: unknown): z.output<S> {
  if (!schema) return undefined as z.output<S>;
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  throw new ServiceError('invalid', issues[0]?.message ?? 'The request makes no sense as it is.', { issues });
}

function letIn(c: ApiContext, who: Who): void {
  if (who === 'anyone') return;
  const { actor } = callerOf(c);
  if (who === 'admin' && actor.role !== 'admin')
    throw new ServiceError('forbidden', 'Only administrators may do this. Ask one of them.');
}

/** The only way to add a route: what is not declared does not exist, in the OpenAPI document and the authorisation matrix alike. */
export function createRouter(app: Hono<ApiEnv>) {
  const declared: Declaration[] = [];
  function route<Input extends z.core.$ZodType, Query extends z.core.$ZodType>(
    declaration: Declaration<Input, Query>,
    handler: Handler<Input, Query>,
  ): void {
    declared.push(declaration);
    const path = declaration.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(declaration.method.toUpperCase(), path, async (c, following) => {
      letIn(c, declaration.who);
      const query = parse(declaration.query, c.req.query());
      const input = parse(declaration.input, declaration.input ? await readJson(c) : undefined);
      const next = async () => {
        await following();
        return c.res;
      };
      return handler(c, { input, query }, next);
    });
  }
  return { route, declared };
}

export type Router = ReturnType<typeof createRouter>;

import * as z from 'zod/mini';
import { PROBLEM_STATUS } from '@/lib/contracts/problem';
import type { Declaration } from './route';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.core.$ZodType): Json =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as Json;

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(query: z.core.$ZodType | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

/** The body of a command's resource route: its input less what stands in the path, and `at`. */
function bodySchema({ path, input, describes, command }: Declaration): Json | null {
  const schema = input ?? describes;
  if (!schema) return null;
  const whole = schemaOf(schema);
  if (!command) return whole;
  const inPath = pathParameters(path).map(({ name }) => name as string);
  const properties = Object.entries((whole.properties ?? {}) as Record<string, Json>).filter(([name]) => !inPath.includes(name));
  const required = ((whole.required ?? []) as string[]).filter((name) => !inPath.includes(name));
  return { ...whole, properties: { ...Object.fromEntries(properties), at: { type: 'string', format: 'date-time' } }, required };
}

function operation(declaration: Declaration): Json {
  const {
    path,
    method,
    summary,
    tag,
    who,
    query,
    accepts = [],
    answers = ['application/json'],
    status = 200,
    command,
  } = declaration;
  const schema = bodySchema(declaration);
  const content = {
    ...(schema ? { 'application/json': { schema } } : {}),
    ...Object.fromEntries(accepts.map((type) => [type, { schema: { type: 'string' } }])),
  };
  const isWrite = method !== 'get';
  const idempotency = {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', format: 'uuid' },
    description: 'The command id.',
  };
  return {
    ...{ summary, tags: [tag], operationId: command ?? `${method} ${path}` },
    parameters: [...pathParameters(path), ...queryParameters(query), ...(command ? [idempotency] : [])],
    ...(isWrite && Object.keys(content).length > 0 ? { requestBody: { content } } : {}),
    responses: {
      [status]: { description: 'Done', content: Object.fromEntries(answers.map((type) => [type, {}])) },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: who === 'anyone' ? [] : [{ session: [] }, { token: [] }],
  };
}

// Two routes may share an address and a method, told apart by the type of the body: one operation takes both.
function merged(first: Json | undefined, second: Json): Json {
  if (!first) return second;
  const bodies = [first, second].map((one) => ((one.requestBody as Json | undefined)?.content ?? {}) as Json);
  const parameters = [...(first.parameters as Json[]), ...(second.parameters as Json[])];
  const unique = [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()];
  return { ...first, parameters: unique, requestBody: { content: { ...bodies[0], ...bodies[1] } } };
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(PROBLEM_STATUS) },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    issues: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } } },
    present: {},
  },
};

/** The OpenAPI 3.1 document, made from the declared routes and the same schemas that check the requests. */
export function openApiDocument(declared: readonly Declaration[], cookie: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const declaration of declared) {
    const path = (paths[declaration.path] ??= {});
    path[declaration.method] = merged(path[declaration.method], operation(declaration));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Warroom',
      version: '1',
      description: 'Debug an outage together. Every change of an incident is a command; see docs/protocol.md.',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie },
        token: { type: 'http', scheme: 'bearer', description: 'A personal token, wr_...' },
      },
    },
  };
}

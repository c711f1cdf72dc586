import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS } from '@/lib/contracts/problem';
import { commands } from '@/lib/core/incident/registry';
import { NOBODY } from './testing/api-over';
import { HTTP_TABLE, PROBLEM_TABLE } from './testing/contract-table';
import { testApi } from './testing/test-api';

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  $ref?: string;
};
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Operation = {
  summary: string;
  operationId: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
  security: Record<string, string[]>[];
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { type: string; name?: string }> };
};

const t = await testApi();
const { json: document } = await t.call<Document>(NOBODY, 'GET', '/api/openapi.json');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === '$ref' && typeof part === 'string') yield part;
    else yield* refsIn(part);
  }
}

describe('the OpenAPI document', () => {
  it('is a whole 3.1 document', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Warroom', version: expect.any(String) });
    for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\/[^?#]*$/);
  });

  it('describes each operation once, with a summary, a good answer and the problem', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations) {
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
      expect(operation.summary.length, path).toBeGreaterThan(3);
      expect(
        Object.keys(operation.responses).some((status) => /^20[0-6]$/.test(status)),
        path,
      ).toBe(true);
      expect(operation.responses.default?.content).toHaveProperty(['application/problem+json']);
      for (const { description } of Object.values(operation.responses)) expect(description).toBeTruthy();
    }
  });

  it('names every part of an address as a parameter, and no parameter twice', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = operation.parameters.filter((one) => one.in === 'path');
      expect(described.map(({ name }) => name).sort()).toEqual(inPath.sort());
      expect(described.every(({ required }) => required === true)).toBe(true);
      const keys = operation.parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { schema } of operation.parameters) expect(schema).toBeTypeOf('object');
    }
  });

  it('refers only to what it defines', () => {
    const refs = [...refsIn(document)];
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of refs) {
      if (ref === '#' || ref.startsWith('#/$defs')) continue;
      const [, , kind, name] = ref.split('/');
      expect(document.components).toHaveProperty([kind ?? '', name ?? '']);
    }
    for (const { operation } of operations) {
      for (const scheme of operation.security.flatMap((one) => Object.keys(one))) {
        expect(document.components.securitySchemes).toHaveProperty([scheme]);
      }
    }
  });

  it('names the cookie that the server sets', () => {
    expect(document.components.securitySchemes.session).toMatchObject({ type: 'apiKey', in: 'cookie', name: t.cookieName });
  });

  it.each(HTTP_TABLE)('holds the row %s %s of the contract', (method, path, parts) => {
    const operation = document.paths[path]?.[method];
    expect(operation).toBeDefined();
    expect(operation?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(parts));
  });

  it('takes outputs as text beside JSON where the contract says so', () => {
    for (const path of ['/api/v1/incidents/{incident}/evidence', '/api/v1/incidents/{incident}/log']) {
      const content = document.paths[path]?.post?.requestBody?.content ?? {};
      expect(Object.keys(content)).toEqual(expect.arrayContaining(['application/json', 'text/plain']));
    }
  });

  it('holds every command of the registry under its resource, with its input', () => {
    for (const { name, path, title } of commands) {
      const operation = document.paths[`/api/v1/incidents/{incident}${path}`]?.post;
      expect(operation?.operationId, name).toBe(name);
      expect(operation?.summary).toBe(title);
      const schema = operation?.requestBody?.content['application/json']?.schema;
      expect(schema?.type, name).toBe('object');
      expect(schema?.additionalProperties, name).toBe(false);
      expect(schema?.properties, name).toHaveProperty('at');
      for (const field of schema?.required ?? []) expect(schema?.properties, name).toHaveProperty([field]);
    }
  });

  it('holds every route that is served, and serves every route that it holds', async () => {
    const described = operations.map(({ path, method }) => `${method} ${path}`).sort();
    const declared = [...new Set(t.api.declared.map(({ path, method }) => `${method} ${path}`))].sort();
    expect(described).toEqual(declared);
    const served = t.api.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect([...new Set(served)].sort()).toEqual(declared);
  });

  it('lists the codes of problems with the statuses of the contract', () => {
    expect(PROBLEM_STATUS).toEqual(PROBLEM_TABLE);
    const code = document.components.schemas.Problem?.properties?.code as { enum?: string[] } | undefined;
    expect(code?.enum?.sort()).toEqual(Object.keys(PROBLEM_TABLE).sort());
  });
});

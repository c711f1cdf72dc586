/** The HTTP table of the contract, as other programs rely on it: method, address, what the answer carries. */
export const HTTP_TABLE: [method: 'get' | 'post', path: string, parts: string[]][] = [
  ['get', '/healthz', []],
  ['get', '/readyz', []],
  ['get', '/api/openapi.json', []],
  ['post', '/api/v1/setup', []],
  ['post', '/api/v1/incidents', []],
  ['get', '/api/v1/incidents', ['status', 'severity', 'q', 'cursor']],
  ['get', '/api/v1/incidents/{incident}', []],
  ['get', '/api/v1/incidents/{incident}/events', ['after', 'limit']],
  ['get', '/api/v1/incidents/{incident}/log/earlier', ['before', 'limit']],
  ['get', '/api/v1/incidents/{incident}/log.txt', ['offset']],
  ['get', '/api/v1/incidents/{incident}/log.md', ['offset']],
  ['get', '/api/v1/incidents/{incident}/log.json', ['offset']],
  ['post', '/api/v1/incidents/{incident}/commands', []],
  ['post', '/api/v1/incidents/{incident}/log', ['Idempotency-Key']],
  ['post', '/api/v1/incidents/{incident}/hypotheses', ['Idempotency-Key']],
  ['post', '/api/v1/incidents/{incident}/hypotheses/{hypothesis}/confirm', ['Idempotency-Key']],
  ['post', '/api/v1/incidents/{incident}/hypotheses/{hypothesis}/reject', ['Idempotency-Key']],
  ['post', '/api/v1/incidents/{incident}/evidence', ['Idempotency-Key', 'hypothesis', 'kind', 'title']],
  ['post', '/api/v1/incidents/{incident}/tasks', ['Idempotency-Key']],
  ['get', '/api/v1/incidents/{incident}/evidence/{evidence}/body', []],
  ['get', '/api/v1/incidents/{incident}/evidence/{evidence}/lines', ['from', 'to']],
];

/** Status of each way of saying no, and what it carries besides. */
export const PROBLEM_TABLE: Record<string, number> = {
  ...{ invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409, rule: 409 },
  ...{ too_large: 413, unsupported: 415, mismatch: 422, too_many: 429, failed: 500, unavailable: 503 },
};

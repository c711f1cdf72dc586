import type { InputIssue } from '@/lib/core/incident/command';

/** Every way in which the product says no. Closed: a new code is a change of contract. */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule: 409,
  too_large: 413,
  unsupported: 415,
  mismatch: 422,
  too_many: 429,
  failed: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** An RFC 9457 problem document, `application/problem+json`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  /** What happened and what to do next, in words for a tired person. */
  detail: string;
  requestId: string;
  /** With `invalid`: what is wrong, field by field. */
  issues?: InputIssue[];
  /** With `conflict`: how it stands now, and who set it. */
  present?: unknown;
};

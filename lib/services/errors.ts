import type { InputIssue, Refusal } from '@/lib/core/incident/command';
import type { ProblemCode } from '@/lib/contracts/problem';

type Details = { issues?: InputIssue[]; present?: unknown; retryAfterS?: number; cause?: unknown };

/** The one way in which a service says no. Recognise it with `isServiceError`: `instanceof` fails across module graphs. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly issues?: InputIssue[];
  readonly present?: unknown;
  readonly retryAfterS?: number;

  constructor(
    readonly code: ProblemCode,
    message: string,
    { cause, ...details }: Details = {},
  ) {
    super(message, { cause });
    Object.assign(this, details);
  }
}

export const isServiceError = (error: unknown): error is ServiceError => error instanceof Error && error.name === 'ServiceError';

export const refused = ({ code, message, issues, present }: Refusal): ServiceError =>
  new ServiceError(code, message, { issues, present });

export const notFound = (what: string): ServiceError => new ServiceError('not_found', `There is no such ${what}.`);

import { PROBLEM_STATUS, type Problem, type ProblemCode } from '@/lib/contracts/problem';
import { isAway } from '@/lib/services/away';
import { isServiceError, ServiceError } from '@/lib/services/errors';

const TITLES: Record<ProblemCode, string> = {
  invalid: 'The request makes no sense as it is',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'Somebody was faster',
  rule: 'Something is missing first',
  too_large: 'Too large',
  unsupported: 'Not a kind that is taken here',
  mismatch: 'The same id with another body',
  too_many: 'Too many tries',
  failed: 'Something broke here',
  unavailable: 'Not available just now',
};

/** Any error as the one it is to the outside: what is unknown gets a fixed sentence, and its details stay in our log. */
export function serviceErrorOf(error: unknown): ServiceError {
  if (isServiceError(error)) return error;
  if (isAway(error)) {
    return new ServiceError('unavailable', 'The database does not answer just now. Try again in a moment.', {
      cause: error,
      retryAfterS: 2,
    });
  }
  return new ServiceError(
    'failed',
    'Something broke on our side. Try again; if it stays, tell your administrator the request id.',
    {
      cause: error,
    },
  );
}

/** A service's refusal as an RFC 9457 problem document. */
export function problemResponse(error: ServiceError, requestId: string): Response {
  const { code, issues, present, retryAfterS } = error;
  const status = PROBLEM_STATUS[code];
  const problem: Problem = {
    type: `about:blank#${code}`,
    ...{ title: TITLES[code], status, code, detail: error.message, requestId },
    ...(issues ? { issues } : {}),
    ...(present === undefined ? {} : { present }),
  };
  const headers = new Headers({
    ...{ 'content-type': 'application/problem+json', 'cache-control': 'private, no-store' },
    ...{ 'x-request-id': requestId, 'x-content-type-options': 'nosniff' },
  });
  if (retryAfterS !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterS)));
  return new Response(JSON.stringify(problem), { status, headers });
}

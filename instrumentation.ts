import type { Instrumentation } from 'next';
import { runtime } from '@/lib/runtime';

/** Next answers for a page that fails; this brings it into the log. Its route, not its address: some addresses are secret links. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) =>
  runtime().pageFailed(error, routePath);

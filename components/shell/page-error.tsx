'use client';

import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** When a page could not be drawn: what is safe, and what to do. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <ErrorState
      title="This page could not be shown"
      requestId={error.digest}
      className="min-h-80 justify-center"
      action={
        <span className="flex gap-2">
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => location.reload()}>Reload</Button>
        </span>
      }
    >
      What was saved is safe, and what you have not sent yet is kept on this device. Try again in a moment; if it stays so,
      whoever runs Warroom finds the reason in the server log.
    </ErrorState>
  );
}

'use client';

import { Button } from '@/components/ui/button';

type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** When a page could not be drawn: what is safe, and what to do. Every page carries it, so it is light. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <div role="alert" className="flex min-h-80 flex-col items-center justify-center gap-3 px-4 py-10 text-center">
      <h2 className="text-base font-semibold text-balance">This page could not be shown</h2>
      <p className="max-w-md text-sm text-balance text-muted">
        What was saved is safe, and what you have not sent yet is kept on this device. Try again in a moment; if it stays so,
        whoever runs Warroom finds the reason in the server log.
      </p>
      <span className="flex gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <Button onClick={() => location.reload()}>Reload</Button>
      </span>
      {error.digest && <p className="font-mono text-2xs text-faint">request {error.digest}</p>}
    </div>
  );
}

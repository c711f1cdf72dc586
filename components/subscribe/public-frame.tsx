import type { ReactNode } from 'react';

/** The quiet page around what people outside see: the name of the status page, and the way back to it. */
export function PublicFrame({ pageName, children }: { pageName: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-160 flex-col gap-6 px-4 py-8 sm:py-12">
      <header className="flex items-baseline justify-between gap-4">
        <a href="/status/" className="min-w-0 truncate text-lg font-semibold hover:underline touch:py-2.5">
          {pageName}
        </a>
        <a href="/status/" className="shrink-0 text-sm text-muted hover:text-ink hover:underline touch:py-3">
          Current status
        </a>
      </header>
      <main className="flex flex-col gap-4">{children}</main>
    </div>
  );
}

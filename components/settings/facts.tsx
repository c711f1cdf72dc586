import type { ReactNode } from 'react';

/** Small things known about something, with a dot between them. Each child is one element. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-1.5 text-xs text-muted [&>*:not(:last-child)]:after:ml-1.5 [&>*:not(:last-child)]:after:content-['·']">
      {children}
    </div>
  );
}

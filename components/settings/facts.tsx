import type { ReactNode } from 'react';

/** Small things known about something, with a dot between those on one line. Each child is one element. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <div className="overflow-hidden text-xs text-muted">
      <div className="-ml-3.5 flex flex-wrap [&>*]:before:inline-block [&>*]:before:w-3.5 [&>*]:before:text-center [&>*]:before:content-['·']">
        {children}
      </div>
    </div>
  );
}

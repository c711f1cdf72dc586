'use client';

import { HeaderFacts, HeaderHere, HeaderLinks } from '../later';
import { NetworkState } from './network-state';

/** What this incident is, how bad, since when, who leads, who is here, and whether the wire holds. */
export function RoomHeader() {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-surface px-3 py-1.5 max-md:py-0.5 xl:flex-nowrap print:hidden">
      <HeaderFacts />
      <div className="flex items-center gap-2 max-md:-mr-2 max-md:gap-0">
        <HeaderHere />
        <span className="flex justify-end md:w-36">
          <NetworkState />
        </span>
        <HeaderLinks />
      </div>
    </header>
  );
}

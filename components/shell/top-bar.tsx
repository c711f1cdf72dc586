'use client';

import Link from 'next/link';
import { Logo, LogoMark } from './logo';
import { DeclareButton } from './declare-button';
import { ProfileMenu } from './profile-menu';
import { RunningGlance } from './running-glance';
import { TopClock } from './top-clock';

export function TopBar() {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 touch:h-13 print:hidden">
      <Link href="/" aria-label="Warroom, all incidents" className="flex h-8 items-center rounded-md touch:h-11 sm:mr-2">
        <Logo className="max-sm:hidden" />
        <LogoMark className="sm:hidden" />
      </Link>
      <RunningGlance />
      <div className="ml-auto flex items-center gap-1.5">
        <TopClock />
        <DeclareButton />
        <ProfileMenu />
      </div>
    </header>
  );
}

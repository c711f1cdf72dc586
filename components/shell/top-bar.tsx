'use client';

import Link from 'next/link';
import { Logo, LogoMark } from './logo';
import { NoticeBell } from '@/components/notices/notice-bell';
import { DeclareButton } from './declare-button';
import { ProfileMenu } from './profile-menu';
import { RunningGlance } from './running-glance';
import { TopClock } from './top-clock';

export function TopBar() {
  return (
    <header className="relative flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 touch:h-13 print:hidden">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-1 focus:left-1 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <Link href="/" aria-label="Warroom, all incidents" className="flex h-8 items-center rounded-md touch:h-11 sm:mr-2">
        <Logo className="max-sm:hidden" />
        <LogoMark className="sm:hidden" />
      </Link>
      <RunningGlance />
      <div className="ml-auto flex items-center gap-1.5">
        <TopClock />
        <DeclareButton />
        <NoticeBell />
        <ProfileMenu />
      </div>
    </header>
  );
}

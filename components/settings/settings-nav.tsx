'use client';

import clsx from 'clsx';
import { KeyRound, Lock, Mail, MonitorSmartphone, UserRound, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useMe } from '@/components/shell/me';

const MINE = [
  { href: '/settings/profile', label: 'Profile', Icon: UserRound },
  { href: '/settings/password', label: 'Password', Icon: Lock },
  { href: '/settings/sessions', label: 'Sessions', Icon: MonitorSmartphone },
  { href: '/settings/tokens', label: 'API tokens', Icon: KeyRound },
];

const OURS = [
  { href: '/settings/members', label: 'Members', Icon: Users },
  { href: '/settings/invitations', label: 'Invitations', Icon: Mail },
];

export function SettingsNav() {
  const me = useMe();
  const path = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  const groups = me.role === 'admin' ? [MINE, OURS] : [MINE];
  return (
    <nav
      aria-label="Settings"
      className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-4 py-2 md:w-48 md:flex-col md:gap-0.5 md:border-b-0 md:p-0"
    >
      {groups.map((group, index) => (
        <div key={index} className="flex gap-1 md:mb-3 md:flex-col md:gap-0.5">
          <span aria-hidden className="px-2 pb-1 text-xs text-faint max-md:hidden">
            {index === 0 ? 'You' : 'Everybody'}
          </span>
          {group.map(({ href, label, Icon }) => (
            <Link
              key={href}
              href={href}
              ref={path === href ? here : undefined}
              aria-current={path === href ? 'page' : undefined}
              className={clsx(
                'flex h-8 items-center gap-2 rounded-md px-2 text-sm whitespace-nowrap touch:h-11',
                path === href ? 'bg-pressed font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
              )}
            >
              <Icon aria-hidden className="size-4 max-md:hidden" />
              {label}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

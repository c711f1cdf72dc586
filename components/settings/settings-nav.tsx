'use client';

import clsx from 'clsx';
import {
  Bell,
  Boxes,
  Download,
  KeyRound,
  Lock,
  Mail,
  Megaphone,
  MonitorSmartphone,
  Newspaper,
  Pin,
  Send,
  UserRound,
  Users,
  Webhook,
  Wrench,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useMe } from '@/components/shell/me';

const MINE = [
  { href: '/settings/profile', label: 'Profile', Icon: UserRound },
  { href: '/settings/notifications', label: 'Notifications', Icon: Bell },
  { href: '/settings/password', label: 'Password', Icon: Lock },
  { href: '/settings/sessions', label: 'Sessions', Icon: MonitorSmartphone },
  { href: '/settings/tokens', label: 'API tokens', Icon: KeyRound },
];

const OURS = [
  { href: '/settings/members', label: 'Members', Icon: Users },
  { href: '/settings/invitations', label: 'Invitations', Icon: Mail },
  { href: '/settings/subscribers', label: 'Subscribers', Icon: Megaphone },
  { href: '/settings/deliveries', label: 'Deliveries', Icon: Send },
  { href: '/settings/hooks', label: 'Hooks', Icon: Webhook },
];

const STATUS = [
  { href: '/settings/status/components', label: 'Components', Icon: Boxes },
  { href: '/settings/status/maintenance', label: 'Maintenance', Icon: Wrench },
  { href: '/settings/status/notices', label: 'Notices', Icon: Pin },
];

const STATUS_OURS = [
  { href: '/settings/status/page', label: 'About the page', Icon: Newspaper },
  { href: '/settings/status/publishing', label: 'Publishing', Icon: Megaphone },
  { href: '/settings/status/imports', label: 'Imports', Icon: Download },
];

const GROUPS = {
  viewer: [{ title: 'You', links: MINE }],
  responder: [
    { title: 'You', links: MINE },
    { title: 'Status page', links: STATUS },
  ],
  admin: [
    { title: 'You', links: MINE },
    { title: 'Everybody', links: OURS },
    { title: 'Status page', links: [...STATUS, ...STATUS_OURS] },
  ],
};

export function SettingsNav() {
  const me = useMe();
  const path = usePathname();
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <nav aria-label="Settings" className="shrink-0 border-b border-line md:w-48 md:border-b-0">
      {/* The fade says that there is more to the right; the padding lets the last one out of it. */}
      <div className="flex gap-1 overflow-x-auto px-4 py-2 max-md:mask-r-from-[calc(100%-2.5rem)] max-md:pr-10 md:flex-col md:gap-0.5 md:p-0">
        {GROUPS[me.role].map(({ title, links }) => (
          <div key={title} className="flex gap-1 md:mb-3 md:flex-col md:gap-0.5">
            <span aria-hidden className="px-2 pb-1 text-xs text-faint max-md:hidden">
              {title}
            </span>
            {links.map(({ href, label, Icon }) => (
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
      </div>
    </nav>
  );
}

'use client';

import { KeyRound, LogOut, Monitor, Moon, Settings, Sun, Users } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Menu } from '@/components/ui/menu';
import { MenuGroup, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu-item';
import type { Preferences } from '@/lib/contracts/people';
import { callApi } from './call-api';
import { useMe } from './me';
import { SignOutDialog } from './sign-out-dialog';
import { signOut } from './sign-out';
import { countUnsent } from './unsent';

const THEMES = [
  { value: 'system', label: 'As the system', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const;

export function ProfileMenu() {
  const me = useMe();
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  const [unsent, setUnsent] = useState<number | null>(null);

  async function choose(value: Preferences['theme']) {
    setTheme(value);
    await callApi('PATCH', '/api/v1/profile', { body: { preferences: { theme: value } } });
    router.refresh();
  }

  async function leave() {
    const count = await countUnsent(me.id);
    if (count > 0) return setUnsent(count);
    await signOut();
  }

  return (
    <>
      <Menu
        label="You"
        align="end"
        className="w-60"
        trigger={
          <button
            type="button"
            aria-label={`${me.name}, your menu`}
            className="flex size-8 items-center justify-center rounded-full touch:size-11"
          >
            <Avatar name={me.name} seed={me.id} size="md" />
          </button>
        }
      >
        <div className="px-2 py-1.5">
          <div className="truncate font-medium">{me.name}</div>
          <div className="truncate text-xs text-muted">
            {me.email} · {me.role}
          </div>
        </div>
        <MenuSeparator />
        <MenuLink href="/settings/profile" icon={<Settings aria-hidden />}>
          Settings
        </MenuLink>
        <MenuLink href="/settings/tokens" icon={<KeyRound aria-hidden />}>
          API tokens
        </MenuLink>
        {me.role === 'admin' && (
          <MenuLink href="/settings/members" icon={<Users aria-hidden />}>
            Members
          </MenuLink>
        )}
        <MenuSeparator />
        <MenuGroup label="Theme">
          {THEMES.map(({ value, label, Icon }) => (
            <MenuItem key={value} icon={<Icon aria-hidden />} checked={theme === value} onSelect={() => void choose(value)}>
              {label}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
          Sign out
        </MenuItem>
      </Menu>
      <SignOutDialog unsent={unsent ?? 0} open={unsent !== null} onClose={() => setUnsent(null)} />
    </>
  );
}

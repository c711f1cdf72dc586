import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col md:flex-row md:gap-10 md:px-6 md:py-6">
      <SettingsNav />
      <div className="flex min-w-0 flex-1 flex-col gap-4 px-4 py-5 md:p-0 md:pb-10">{children}</div>
    </div>
  );
}

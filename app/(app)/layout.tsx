import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { runtime } from '@/lib/runtime';
import { requireCaller } from '../require-caller';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const caller = await requireCaller();
  const { services, clock } = runtime();
  const [me, running] = await Promise.all([
    services.people.readProfile(caller),
    services.incidents.list(caller, { status: ['investigating', 'identified', 'monitoring'], limit: 50 }),
  ]);
  return (
    <AppShell me={me} running={running.incidents} drawnAtMs={clock().getTime()}>
      {children}
    </AppShell>
  );
}

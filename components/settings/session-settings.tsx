'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { useMe } from '@/components/shell/me';
import { SignOutDialog } from '@/components/shell/sign-out-dialog';
import { signOut } from '@/components/shell/sign-out';
import { countUnsent } from '@/components/shell/unsent';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { SessionSummary } from '@/lib/contracts/people';
import { deviceName } from './device-name';
import { Facts } from './facts';
import { PageHead, Panel } from './section';
import { useChange } from './use-change';

/** Where somebody is signed in, this device first. */
export function SessionSettings({ sessions }: { sessions: SessionSummary[] }) {
  const me = useMe();
  const [unsent, setUnsent] = useState<number | null>(null);
  const [isEndingAll, setEndingAll] = useState(false);
  const sorted = sessions.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));

  async function leave() {
    const count = await countUnsent(me.id);
    if (count > 0) setUnsent(count);
    else await signOut();
  }

  return (
    <>
      <PageHead
        title="Sessions"
        lead="Where you are signed in. Ending a session cuts it off within two seconds."
        action={<Button onClick={() => setEndingAll(true)}>Sign out everywhere</Button>}
      />
      <Panel>
        {sorted.map((session) => (
          <SessionRow key={session.id} session={session} onLeave={() => void leave()} />
        ))}
      </Panel>
      <SignOutDialog unsent={unsent ?? 0} open={unsent !== null} onClose={() => setUnsent(null)} />
      <SignOutEverywhere open={isEndingAll} onClose={() => setEndingAll(false)} />
    </>
  );
}

function SessionRow({ session, onLeave }: { session: SessionSummary; onLeave: () => void }) {
  const { change, isBusy } = useChange();
  const name = deviceName(session.userAgent);

  async function end() {
    const answer = await change('DELETE', `/api/v1/sessions/${session.id}`);
    if (answer.ok) toast.success(`${name} is signed out.`);
    else toast.error(answer.message);
  }

  return (
    <div className="flex items-center gap-3 px-4 py-3">
      <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 text-sm font-medium">
          <span className="min-w-0 truncate">{name}</span>
          {session.isThis && <Badge tone="accent">this device</Badge>}
        </div>
        <Facts>
          <span className="font-mono">{session.address}</span>
          <span>
            seen <Time at={session.lastSeenAt} shape="relative" />
          </span>
          <span>
            signed in <Time at={session.createdAt} />
          </span>
        </Facts>
      </div>
      {session.isThis ? (
        <Button size="sm" onClick={onLeave}>
          Sign out
        </Button>
      ) : (
        <Button size="sm" busy={isBusy ? 'Ending …' : null} onClick={() => void end()} aria-label={`End the session of ${name}`}>
          End
        </Button>
      )}
    </div>
  );
}

function SignOutEverywhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const me = useMe();
  const [tokens, setTokens] = useState(false);

  async function endAll(): Promise<string | null> {
    const answer = await callApi('POST', '/api/v1/sign-out-everywhere', { body: { tokens } });
    if (!answer.ok) return answer.message;
    location.assign('/sign-in');
    return null;
  }

  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Sign out everywhere?"
      confirm="Sign out everywhere"
      busy="Signing out …"
      danger
      onConfirm={endAll}
    >
      <p>Every session of {me.email} ends, this one too. What is not sent yet stays on the device where you wrote it.</p>
      <Checkbox
        checked={tokens}
        onChange={(event) => setTokens(event.target.checked)}
        hint="Programs that use them stop at once."
      >
        Also end my API tokens
      </Checkbox>
    </ConfirmDialog>
  );
}

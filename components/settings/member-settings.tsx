'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/components/shell/me';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button-link';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Select } from '@/components/ui/select';
import { Time } from '@/components/ui/time/time';
import { toast } from '@/components/ui/toast';
import type { Member } from '@/lib/contracts/people';
import { GLOBAL_ROLES, type GlobalRole } from '@/lib/core/incident/state';
import { MemberDialog, type MemberChange } from './member-dialog';
import { ROLE_WORD } from './roles';
import { Facts } from './facts';
import { PageHead, Panel } from './section';
import { useChange } from './use-change';

/** Everybody who has an account, with their role. */
export function MemberSettings({ members }: { members: Member[] }) {
  return (
    <>
      <PageHead
        title="Members"
        lead="Viewers see, responders declare and work, administrators also manage people. Private incidents are seen by those in them and by administrators."
        action={
          <ButtonLink href="/settings/invitations" variant="primary">
            Invite somebody
          </ButtonLink>
        }
      />
      <Panel>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </Panel>
    </>
  );
}

function MemberRow({ member }: { member: Member }) {
  const me = useMe();
  const { change, isBusy, answer, forget } = useChange<Member>();
  const [asking, setAsking] = useState<MemberChange | null>(null);
  const isMe = member.id === me.id;

  async function setRole(role: GlobalRole) {
    if (isMe) return setAsking({ kind: 'own-role', role });
    const said = await change('PATCH', `/api/v1/members/${member.id}`, { role });
    if (said.ok) toast.success(`${member.name} is ${role === 'admin' ? 'an administrator' : `a ${role}`} now.`);
  }
  async function enable() {
    const said = await change('PATCH', `/api/v1/members/${member.id}`, { disabled: false });
    if (said.ok) toast.success(`${member.name} may sign in again.`);
  }

  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Avatar name={member.name} seed={member.id} size="md" className={member.disabledAt ? 'grayscale' : undefined} />
        <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.5rem)] sm:basis-40">
          <div className="flex items-center gap-2 text-sm font-medium">
            <bdi className="truncate">{member.name}</bdi>
            {isMe && <Badge>you</Badge>}
            {member.disabledAt && <Badge tone="danger">switched off</Badge>}
          </div>
          <Facts>
            <span className="break-all">{member.email}</span>
            <span>
              {member.lastSeenAt ? (
                <>
                  seen <Time at={member.lastSeenAt} shape="relative" />
                </>
              ) : (
                'never seen'
              )}
            </span>
            {member.signsInWith.length > 0 && (
              <span>{member.signsInWith.map((way) => (way === 'oidc' ? 'identity provider' : way)).join(' and ')}</span>
            )}
          </Facts>
        </div>
        <Select
          aria-label={`Role of ${member.name}`}
          className="max-sm:ml-10 max-sm:min-w-0 max-sm:flex-1 sm:max-w-36"
          value={member.role}
          disabled={isBusy || member.disabledAt !== null}
          onChange={(event) => void setRole(event.target.value as GlobalRole)}
        >
          {GLOBAL_ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORD[role]}
            </option>
          ))}
        </Select>
        <Menu
          label={`More about ${member.name}`}
          align="end"
          trigger={
            <IconButton label={`More about ${member.name}`}>
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setAsking({ kind: 'sign-out' })}>Sign out everywhere …</MenuItem>
          {member.disabledAt ? (
            <MenuItem onSelect={() => void enable()}>Switch the account on</MenuItem>
          ) : (
            <MenuItem danger onSelect={() => setAsking({ kind: 'disable' })}>
              Switch the account off …
            </MenuItem>
          )}
        </Menu>
      </div>
      {answer && !answer.ok && (
        <Banner
          tone="danger"
          live="assertive"
          action={
            <button type="button" className="px-2 text-xs underline" onClick={forget}>
              Dismiss
            </button>
          }
        >
          {answer.message}
        </Banner>
      )}
      <MemberDialog member={member} asking={asking} onClose={() => setAsking(null)} />
    </div>
  );
}

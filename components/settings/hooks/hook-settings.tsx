'use client';

import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { CreatedHook, HookSummary } from '@/lib/contracts/hooks';
import { PageHead, Panel } from '../section';
import { ShownOnce } from '../shown-once';
import { HookDialog } from './hook-dialog';
import { HookRow } from './hook-row';

/** Where the team's own news go: chats and programs. */
export function HookSettings({ hooks }: { hooks: HookSummary[] }) {
  const [editing, setEditing] = useState<HookSummary | 'new' | null>(null);
  const [made, setMade] = useState<CreatedHook | null>(null);
  const shown = (hook: CreatedHook) => setMade(hook.secret === null ? null : hook);
  const begin = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      New hook
    </Button>
  );
  return (
    <>
      <PageHead
        title="Hooks"
        lead="Messages about incidents to a chat or a program. Nothing of a private incident or of practice is ever sent."
        action={hooks.length > 0 ? begin : undefined}
      />
      <Panel>
        {hooks.length === 0 && (
          <EmptyState icon={<Webhook aria-hidden />} action={begin}>
            No hook yet. Make an incoming webhook in Slack, Teams, Discord or Mattermost, and give its address here; or that of a
            program of yours, which gets signed JSON.
          </EmptyState>
        )}
        {hooks.map((hook) => (
          <HookRow key={hook.id} hook={hook} onEdit={() => setEditing(hook)} onSecret={shown} />
        ))}
      </Panel>
      {editing && <HookDialog hook={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onSaved={shown} />}
      {made?.secret && (
        <ShownOnce
          title={`Secret of “${made.name}”`}
          secret={made.secret}
          copyLabel="Copy the secret"
          onClose={() => setMade(null)}
        >
          <p>
            It signs every message (Standard Webhooks): the receiver checks the headers webhook-id, webhook-timestamp and
            webhook-signature with it.
          </p>
        </ShownOnce>
      )}
    </>
  );
}

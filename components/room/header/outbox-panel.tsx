'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { Time } from '@/components/ui/time/time';
import type { OutboxItem } from '@/lib/client/room-view';
import { useRoom } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { bytesText } from '../size-text';
import { outboxWords, wordsFieldOf } from './outbox-words';

const NETWORK_WORDS = {
  connected: 'Connected: what others do is here within a second.',
  reconnecting: 'The connection broke off; it is being restored. Go on working: what you write is kept here and sent then.',
  offline: 'There is no network. Go on working: what you write is kept on this device and sent when it is back.',
} as const;

/** What is not on the server yet: what waits, and what was refused, with the reason and what can be done about it. */
export function OutboxPanel() {
  const network = useRoom((view) => view.network);
  const outbox = useRoom((view) => view.outbox);
  const isKept = useRoom((view) => view.isOutboxKept);
  const pause = useRoom((view) => view.outboxPause);
  return (
    <div className="flex flex-col gap-2 outline-none" data-autofocus tabIndex={-1}>
      <p className="text-xs text-muted">{NETWORK_WORDS[network]}</p>
      {!isKept && (
        <Banner tone="warn">
          This browser lets nothing be kept (a private window?). What is unsent is lost when you close it.
        </Banner>
      )}
      {pause && <Banner tone="warn">{pause}</Banner>}
      {outbox.length === 0 ? (
        <p className="text-sm">Everything you wrote is saved on the server.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {outbox.map((item) => (
            <OutboxRow key={item.id} item={item} />
          ))}
        </ul>
      )}
    </div>
  );
}

function OutboxRow({ item }: { item: OutboxItem }) {
  const { retry, discard } = useRoomActions();
  const [isEditing, setEditing] = useState(false);
  const isRefused = item.state === 'attention';
  const { title, text } = outboxWords(item);
  return (
    <li className="flex flex-col gap-1 py-2">
      <p className="flex items-baseline gap-2 text-xs text-muted">
        <Time at={item.writtenAt} shape="seconds" className="font-mono" />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {item.attachmentSizeBytes !== null && <span>{bytesText(item.attachmentSizeBytes)}</span>}
        <span>{{ waiting: 'waiting', sending: 'sending', attention: 'refused' }[item.state]}</span>
      </p>
      {isEditing ? (
        <EditItem item={item} onDone={() => setEditing(false)} />
      ) : (
        text && <p className="line-clamp-4 whitespace-pre-wrap wrap-anywhere">{text}</p>
      )}
      {item.reason && <p className={isRefused ? 'text-danger-ink' : 'text-warn-ink'}>{item.reason}</p>}
      {isRefused && !isEditing && (
        <div className="-ml-2 flex gap-1">
          {wordsFieldOf(item) && (
            <Button size="sm" variant="ghost" onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={() => void retry(item.id)}>
            Send again
          </Button>
          <Button
            size="sm"
            variant="ghost"
            className="text-danger-ink!"
            onClick={(event) => {
              // The button goes with the row; the panel keeps the focus, and with it Escape.
              event.currentTarget.closest<HTMLElement>('[data-autofocus]')?.focus();
              void discard(item.id);
            }}
          >
            Discard
          </Button>
        </div>
      )}
    </li>
  );
}

function EditItem({ item, onDone }: { item: OutboxItem; onDone: () => void }) {
  const { edit } = useRoomActions();
  const field = wordsFieldOf(item);
  const input = item.input as Record<string, unknown>;
  const [words, setWords] = useState(String((field && input[field]) ?? ''));
  const [problem, setProblem] = useState<string | null>(null);
  if (!field) return null;

  async function save() {
    if (!field) return;
    const answer = await edit(item.id, { ...input, [field]: words });
    if (answer.ok) onDone();
    else setProblem(answer.message);
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Textarea autoFocus aria-label="Change what is sent" value={words} onChange={(event) => setWords(event.target.value)} />
      {problem && (
        <p role="alert" className="text-danger-ink">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" onClick={() => void save()}>
          Send
        </Button>
      </div>
    </div>
  );
}

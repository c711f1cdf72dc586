'use client';

import { useState, type FormEvent } from 'react';
import { issueOf, messageBeside } from '@/components/shell/call-api';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Notice } from '@/lib/contracts/status-page';
import { useChange } from '../use-change';
import { TimeField } from './time-field';

/** Words a notice, a new one or one that is pinned. */
export function NoticeForm({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const { change, isBusy, answer } = useChange<Notice>();
  const [text, setText] = useState(notice?.text ?? '');
  const [isPublic, setPublic] = useState(notice?.isPublic ?? true);
  const [endsAt, setEnd] = useState(notice?.endsAt ?? null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const path = '/api/v1/status/notices';
    const body = { text, isPublic, endsAt };
    const said = notice ? await change('PATCH', `${path}/${notice.id}`, body) : await change('POST', path, body);
    if (said.ok) onClose();
  }

  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3 bg-sunken px-4 py-3">
      <Field
        label="Notice"
        hint={notice ? 'A notice that is reworded is marked as edited.' : 'Stands on top of the page until it ends.'}
        error={issueOf(answer, 'text') ?? messageBeside(answer, ['text', 'endsAt'])}
      >
        {(control) => <Textarea {...control} autoFocus rows={2} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <TimeField
        label="Ends"
        className="max-w-72"
        value={endsAt}
        onChange={setEnd}
        hint="Left empty: until somebody ends it."
        error={issueOf(answer, 'endsAt')}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox size="sm" checked={isPublic} onChange={(event) => setPublic(event.target.checked)}>
          Everybody sees it; else only signed-in staff
        </Checkbox>
        <span className="flex gap-2">
          <Button size="sm" onClick={onClose}>
            Cancel
          </Button>
          <Button size="sm" type="submit" variant="primary" busy={isBusy ? 'Saving …' : null} disabled={text.trim() === ''}>
            {notice ? 'Save' : 'Pin it'}
          </Button>
        </span>
      </div>
    </form>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, type FormEvent } from 'react';
import { useRunning } from '@/components/shell/use-running';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { SEVERITY_MEANING } from '@/components/ui/severity-badge';
import type { Severity } from '@/lib/core/incident/state';
import { createDeclarer } from './declare';
import { SeverityMenu } from './severity-menu';

export const DECLARE_FIELD_ID = 'declare-title';

/** One field and Enter; severity and privacy may be said now or later. */
export function DeclareForm({ fieldId, onDeclared }: { fieldId?: string; onDeclared?: () => void }) {
  const router = useRouter();
  const running = useRunning();
  const ownId = useId();
  const [declare] = useState(createDeclarer);
  const [severity, setSeverity] = useState<Severity>('SEV2');
  const [isPrivate, setPrivate] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = fieldId ?? ownId;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const title = String(new FormData(event.currentTarget).get('title'));
    if (title.trim() === '') return setProblem('Say in a few words what is broken. Everything else can come later.');
    setBusy(true);
    const answer = await declare({ title, severity, isPrivate });
    if (answer.ok) {
      router.push(`/incidents/${answer.value.incident.key}`);
      running.refresh();
      onDeclared?.();
      return;
    }
    setBusy(false);
    setProblem(answer.problem?.issues?.[0]?.message ?? answer.message);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
      <div className="flex gap-2 max-sm:flex-wrap">
        <label htmlFor={id} className="sr-only">
          What is broken?
        </label>
        <Input
          id={id}
          size="lg"
          autoComplete="off"
          placeholder="What is broken, and for whom?"
          name="title"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : `${id}-hint`}
          onChange={() => setProblem(null)}
          className="min-w-0 flex-1 max-sm:basis-full"
        />
        <SeverityMenu value={severity} onChange={setSeverity} />
        <SubmitButton variant="primary" size="lg" busy={isBusy ? 'Declaring …' : null} className="max-sm:flex-1">
          Declare
        </SubmitButton>
      </div>
      {problem && (
        <div id={`${id}-problem`}>
          <Banner tone="danger" live="assertive">
            {problem}
          </Banner>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p id={`${id}-hint`} className="text-xs text-muted">
          <span className="font-mono font-medium">{severity}</span> {SEVERITY_MEANING[severity]}
        </p>
        <Checkbox size="sm" checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)}>
          Private: only people in it and administrators
        </Checkbox>
      </div>
    </form>
  );
}

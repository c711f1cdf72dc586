'use client';

import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/incident/command';
import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import { useRoomActions } from './use-room-actions';

type Options = { at?: string; attachment?: Blob; contentType?: string };

/** Asks one command, and keeps the refusal for showing beside the control that asked. */
export function useCommand<N extends CommandName>(name: N) {
  const { run } = useRoomActions();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);

  /** True when the command is safe in the outbox. */
  async function send(input: CommandInput<N>, options?: Options): Promise<boolean> {
    setBusy(true);
    const answer = await run(name, input, options);
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    return answer.ok;
  }

  return { send, refusal, isBusy, clear: () => setRefusal(null) };
}

/** Asks a command from where no refusal can be shown in place: it is said in passing. */
export function useQuickCommand() {
  const { run } = useRoomActions();
  return async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<boolean> => {
    const answer = await run(name, input);
    if (!answer.ok) toast.error(answer.message);
    return answer.ok;
  };
}

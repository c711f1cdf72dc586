'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { ask } from '@/lib/client/http';
import { describeAhead } from '@/lib/client/describe-ahead';
import { choicesOf, componentField, fieldOf, inMinutes, nextField } from '@/lib/client/update-choices';
import type { StatusComponent } from '@/lib/contracts/status';
import { latestUpdate } from '@/lib/core/incident/commands/post-update';
import type { Audience, Phase, Update } from '@/lib/core/incident/state';
import { updateTemplate } from '@/lib/core/method/update-template';
import type { ComponentState } from '@/lib/core/status/component-state';
import { useRoom, useRoomStore, useSetComponents } from '../room-provider';
import { useRoomActions } from '../use-room-actions';
import { awaitOutcome } from './await-outcome';
import { useSharedDraft } from './use-shared-draft';

const USUAL_MINUTES = 30;

/** What may have changed about components since the room was opened. */
function useFreshComponents(): void {
  const setComponents = useSetComponents();
  useEffect(() => {
    void ask<{ components: StatusComponent[] }>('/api/v1/components').then((reply) => {
      if (reply.kind === 'ok') setComponents(reply.value.components);
    });
  }, [setComponents]);
}

/** The promise that stands, while it is still to come; else half an hour from when the form was opened. */
function useUsualPromise(): string {
  const room = useRoomStore();
  const [promise] = useState(() => {
    const { drawn, clockOffsetMs } = room.getState();
    const nowMs = Date.now() + clockOffsetMs;
    const { nextUpdateAt } = drawn;
    return nextUpdateAt && Date.parse(nextUpdateAt) > nowMs ? nextUpdateAt : inMinutes(nowMs, USUAL_MINUTES);
  });
  return promise;
}

/** What was told to this audience since the person looked, or null. */
function useUnseen(audience: Audience) {
  const room = useRoomStore();
  const last = useRoom((view) => latestUpdate(view.confirmed, audience));
  const [seen, setSeen] = useState<Partial<Record<Audience, string | null>>>(() => {
    const { confirmed } = room.getState();
    const refOf = (one: Audience) => latestUpdate(confirmed, one)?.ref ?? null;
    return { team: refOf('team'), stakeholders: refOf('stakeholders'), public: refOf('public') };
  });
  const after = seen[audience] ?? null;
  const unseen: Update | null = last && last.ref !== after ? last : null;
  return { after, unseen, read: () => setSeen((before) => ({ ...before, [audience]: last?.ref ?? null })) };
}

/** Everything that the form of an update knows and does. */
export function useUpdateForm(audience: Audience, givenAt: string | null) {
  const room = useRoomStore();
  const { run, discard } = useRoomActions();
  const { draft, view: written } = useSharedDraft();
  const promise = useUsualPromise();
  const incident = useRoom((view) => view.confirmed);
  const known = useRoom((view) => view.components);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { after, unseen, read } = useUnseen(audience);
  useFreshComponents();

  const choices = choicesOf({ audience, fields: written.fields, incident, known, promise });
  const { phase, title, components, nextUpdateAt } = choices;
  const at = givenAt ?? new Date(Date.now() + room.getState().clockOffsetMs).toISOString();
  const template = updateTemplate(incident, { audience, phase, components, nextUpdateAt, at });
  const isTyped = written.fields[`typed:${audience}`] === true;
  const text = isTyped ? written.texts[audience] : template;
  const said = {
    ...{ audience, phase, text: text.trimEnd() },
    title: audience === 'public' && title.trim() !== '' ? title.trim() : null,
    components: components.map(({ componentId, state }) => ({ componentId, state })),
  };
  const input = { ...said, nextUpdateAt, after };
  const ahead = describeAhead(room.getState(), 'update.post', input, givenAt);

  function change(values: Record<string, string | null>) {
    setRefusal(null);
    draft?.set(values);
  }

  /** True when it is posted, or safe in the outbox. */
  async function post(): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    const answer = await run('update.post', input, givenAt ? { at: givenAt } : {});
    const outcome = answer.ok ? await awaitOutcome(room, answer.id) : null;
    setBusy(false);
    if (!answer.ok) return (setRefusal(answer.message), false);
    if (outcome?.kind === 'refused') {
      // It stands here, to be changed and posted again.
      await discard(answer.id);
      return (setRefusal(outcome.problem.detail), false);
    }
    if (outcome?.kind === 'waiting') toast.info('Kept on this device. It is posted when the network is back.');
    return true;
  }

  return {
    ...{ written, choices, said, text, isTyped, known, refusal, isBusy, unseen, read, post, ahead },
    type: (next: string, shown: string) => {
      setRefusal(null);
      // The words name the time: from here on it does not move.
      if (!isTyped) draft?.set({ [fieldOf.next(audience)]: nextField(nextUpdateAt) });
      draft?.type(audience, next, { template, shown });
    },
    setPhase: (next: Phase | '') => change({ [fieldOf.phase(audience)]: next }),
    setTitle: (next: string) => change({ [fieldOf.title(audience)]: next }),
    setNext: (next: string | null) => change({ [fieldOf.next(audience)]: nextField(next) }),
    setStates: (states: Record<string, ComponentState | null>) =>
      change(
        Object.fromEntries(Object.entries(states).map(([id, state]) => [fieldOf.component(audience, id), componentField(state)])),
      ),
    startAgain: () => draft?.clear(audience),
  };
}

export type UpdateForm = ReturnType<typeof useUpdateForm>;

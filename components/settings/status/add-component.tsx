'use client';

import { useState } from 'react';
import type { PageComponent } from '@/lib/contracts/status-page';
import { useChange } from '../use-change';
import { ComponentForm, type ComponentWords } from './component-form';

type AddComponentProps = { groupId: string | null; onClose: () => void };

const EMPTY: ComponentWords = { name: '', description: null, isPublic: true };

/** Adds components to a group, one after the other, until it is closed. */
export function AddComponent({ groupId, onClose }: AddComponentProps) {
  const { change, isBusy, answer } = useChange<PageComponent>();
  const [added, setAdded] = useState(0);

  async function add(words: ComponentWords) {
    const said = await change('POST', '/api/v1/status/components', { ...words, groupId });
    if (said.ok) setAdded((count) => count + 1);
  }

  return (
    <ComponentForm
      key={added}
      start={EMPTY}
      submit="Add"
      busy={isBusy ? 'Adding …' : null}
      answer={answer?.ok ? null : answer}
      onSubmit={(words) => void add(words)}
      onClose={onClose}
    />
  );
}

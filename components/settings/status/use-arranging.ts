'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/shell/call-api';
import { toast } from '@/components/ui/toast';
import type { ComponentList, PageComponent } from '@/lib/contracts/status-page';
import { componentStep, groupStep, withComponentAt, withGroupBefore, type Place } from './arrange';

export type Arranging = {
  list: ComponentList;
  putComponent: (id: string, place: Place) => void;
  putGroup: (id: string, beforeId: string | null) => void;
  stepComponent: (component: PageComponent, by: -1 | 1) => void;
  stepGroup: (id: string, by: -1 | 1) => void;
};

/** The order on the screen: changed at once, and set right by what the server then says. */
export function useArranging(saved: ComponentList): Arranging {
  const router = useRouter();
  const [drawn, setDrawn] = useState({ saved, list: saved });
  // The page was drawn anew: what it says is how it is.
  if (drawn.saved !== saved) setDrawn({ saved, list: saved });

  async function move(path: string, body: object, list: ComponentList) {
    setDrawn((now) => ({ ...now, list }));
    const answer = await callApi('POST', `/api/v1/status/${path}/move`, { body });
    if (!answer.ok) {
      setDrawn((now) => ({ ...now, list: now.saved }));
      toast.error(answer.message);
    }
    router.refresh();
  }

  const { list } = drawn;
  const putComponent = (id: string, place: Place) => void move(`components/${id}`, place, withComponentAt(list, id, place));
  const putGroup = (id: string, beforeId: string | null) =>
    void move(`groups/${id}`, { beforeId }, withGroupBefore(list, id, beforeId));
  return {
    ...{ list, putComponent, putGroup },
    stepComponent(component, by) {
      const place = componentStep(list, component, by);
      if (place) putComponent(component.id, place);
    },
    stepGroup(id, by) {
      const beforeId = groupStep(list, id, by);
      if (beforeId !== undefined) putGroup(id, beforeId);
    },
  };
}

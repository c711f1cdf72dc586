'use client';

import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Tells when somebody turns away from a panel: presses elsewhere, moves the focus out, or leaves the window. */
export function useDismiss(anchor: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>, onDismiss: () => void) {
  const dismiss = useEffectEvent(onDismiss);

  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && (panel.current?.contains(target) || anchor.current?.contains(target));
    const leave = (event: Event) => {
      if (!isInside(event.target)) dismiss();
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('focusin', leave, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('focusin', leave, true);
    };
  }, [anchor, panel]);
}

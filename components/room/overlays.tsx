'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { overlays } from '@/lib/client/actions/overlays';

const Palette = dynamic(() => import('./palette/palette').then((file) => file.Palette));
const ShortcutSheet = dynamic(() => import('./palette/shortcut-sheet').then((file) => file.ShortcutSheet));

/** The palette and the sheet of shortcuts; fetched when they are first wanted. */
export function Overlays() {
  const shown = useStore(overlays, (state) => state.shown);
  const close = () => overlays.setState({ shown: null });
  if (shown === 'palette') return <Palette onClose={close} />;
  return shown === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null;
}

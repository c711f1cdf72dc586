'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { useFetchLater } from './use-fetch-later';
import { overlays } from '@/lib/client/actions/overlays';

const loadPalette = () => import('./palette/palette').then((file) => file.Palette);
const loadShortcuts = () => import('./palette/shortcut-sheet').then((file) => file.ShortcutSheet);

const Palette = dynamic(loadPalette);
const ShortcutSheet = dynamic(loadShortcuts);

const FETCHED_LATER = [loadPalette, loadShortcuts];

/** The palette and the sheet of shortcuts; fetched after the page itself. */
export function Overlays() {
  useFetchLater(FETCHED_LATER);
  const shown = useStore(overlays, (state) => state.shown);
  const close = () => overlays.setState({ shown: null });
  if (shown === 'palette') return <Palette onClose={close} />;
  return shown === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null;
}

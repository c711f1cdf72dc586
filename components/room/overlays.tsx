'use client';

import { useStore } from 'zustand';
import { fetchedLater } from '@/components/ui/fetched-later';
import { useFetchLater } from './use-fetch-later';
import { overlays } from '@/lib/client/actions/overlays';

const Palette = fetchedLater(() => import('./palette/palette').then((file) => file.Palette));
const ShortcutSheet = fetchedLater(() => import('./palette/shortcut-sheet').then((file) => file.ShortcutSheet));

const FETCHED_LATER = [Palette.fetch, ShortcutSheet.fetch];

/** The palette and the sheet of shortcuts; fetched after the page itself. */
export function Overlays() {
  useFetchLater(FETCHED_LATER);
  const shown = useStore(overlays, (state) => state.shown);
  const close = () => overlays.setState({ shown: null });
  if (shown === 'palette') return <Palette onClose={close} />;
  return shown === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null;
}

import { createStore } from 'zustand/vanilla';

/** What lies over the whole page: the palette or the sheet of shortcuts. */
export const overlays = createStore<{ shown: 'palette' | 'shortcuts' | null }>(() => ({ shown: null }));

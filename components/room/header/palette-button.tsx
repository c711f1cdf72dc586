'use client';

import { Search } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { overlays } from '@/lib/client/actions/overlays';

/** Opens the palette for whoever does not know its keys. */
export function PaletteButton() {
  return (
    <IconButton label="Find and do" keys="Ctrl K" onClick={() => overlays.setState({ shown: 'palette' })}>
      <Search />
    </IconButton>
  );
}

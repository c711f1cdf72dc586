'use client';

import { FileText, ListPlus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { bytesText } from '../size-text';
import type { Pasted } from './pasted';

type PasteOfferProps = {
  pasted: Exclude<Pasted, { kind: 'words' }>;
  onImport: () => void;
  onAttach: () => void;
  onDismiss: () => void;
};

/** Offers to take a paste for what it looks like. Left alone, it stays text. */
export function PasteOffer({ pasted, onImport, onAttach, onDismiss }: PasteOfferProps) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 border-t border-line bg-accent-soft px-3 py-1.5 text-xs">
      <span className="min-w-40 flex-1">{wordsFor(pasted)}</span>
      {pasted.kind === 'log' && (
        <Button size="sm" variant="primary" icon={<ListPlus />} onClick={onImport}>
          Import lines
        </Button>
      )}
      <Button size="sm" variant={pasted.kind === 'log' ? 'secondary' : 'primary'} icon={<FileText />} onClick={onAttach}>
        Attach as evidence
      </Button>
      <IconButton
        size="sm"
        label={pasted.kind === 'output' && !pasted.fits ? 'Discard what was pasted' : 'Keep as text'}
        onClick={onDismiss}
      >
        <X />
      </IconButton>
    </div>
  );
}

function wordsFor(pasted: PasteOfferProps['pasted']): string {
  if (pasted.kind === 'log') return 'This reads like a log with times. Bring its lines in at those times?';
  const size = `${pasted.lines.toLocaleString('en')} lines, ${bytesText(pasted.text.length)}`;
  return pasted.fits
    ? `An output of ${size}. Keep it whole as evidence?`
    : `${size}: too long for a note. Attach it as evidence.`;
}

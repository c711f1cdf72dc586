'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button';
import { toast } from './toast';

type CopyButtonProps = { text: string | (() => string); label: string; size?: 'sm' | 'md' };

export function CopyButton({ text, label, size = 'sm' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
    } catch {
      toast.error('The browser did not allow copying. Select the text and press Ctrl C.');
    }
  }

  return (
    <IconButton label={copied ? 'Copied' : label} size={size} onClick={() => void copy()}>
      {copied ? <Check className="text-good-ink" /> : <Copy />}
    </IconButton>
  );
}

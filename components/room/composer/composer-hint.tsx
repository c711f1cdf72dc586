'use client';

import { Button } from '@/components/ui/button';
import { useTypingNames } from '../use-typing-names';
import { usageOf, type SendAnswer } from './send-text';

export type Said = Extract<SendAnswer, { kind: 'unclear' | 'refused' }> | null;

type ComposerHintProps = { text: string; said: Said; isKept: boolean; onAsText: () => void };

/** One line above the composer, always there: what is wrong, how a command goes on, or who writes just now. */
export function ComposerHint({ text, said, isKept, onAsText }: ComposerHintProps) {
  const typing = useTypingNames('log');
  if (said) {
    return (
      <div
        role="alert"
        className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-3 py-1 text-xs text-danger-ink"
      >
        <span className="min-w-40 flex-1">{said.kind === 'unclear' ? said.hint : said.message}</span>
        {said.kind === 'unclear' && <code className="font-mono text-muted">{said.usage}</code>}
        {text.startsWith('/') && (
          <Button size="sm" variant="ghost" onClick={onAsText}>
            Write it as text
          </Button>
        )}
      </div>
    );
  }
  const usage = usageOf(text);
  return (
    <div className="flex h-4 items-end gap-2 px-3.5 text-2xs text-faint">
      {usage ? (
        <span className="truncate">
          <code className="font-mono text-muted">{usage.usage}</code> {usage.help}
        </span>
      ) : (
        <span className="truncate">{isKept ? typing : 'This device keeps no draft: send before you leave the page.'}</span>
      )}
    </div>
  );
}

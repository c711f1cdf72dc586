'use client';

import { useState } from 'react';
import { lineRangeOf, type LineRange } from './line-range';

type GoToLineProps = { total: number; onGo: (range: LineRange) => void };

/** Goes to a line, or picks several, from the keyboard: `120`, `120-140`. */
export function GoToLine({ total, onGo }: GoToLineProps) {
  const [text, setText] = useState('');
  const asked = lineRangeOf(`L${text.trim().replace(/\s*-\s*/, '-')}`);
  const isWrong = text.trim() !== '' && (asked === null || asked.from > total);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!asked || isWrong) return;
        onGo({ from: asked.from, to: Math.min(asked.to, total) });
        setText('');
      }}
    >
      <input
        aria-label={`Go to a line from 1 to ${total}, or pick some like 12-40`}
        aria-invalid={isWrong ? true : undefined}
        placeholder="Line"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-7 w-16 rounded-md border border-field-line bg-surface px-2 font-mono text-xs aria-invalid:border-danger touch:h-11 dark:bg-sunken"
      />
    </form>
  );
}

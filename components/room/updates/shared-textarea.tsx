'use client';

import { useLayoutEffect, useRef, type ComponentProps } from 'react';
import { Textarea } from '@/components/ui/textarea';
import { movedCaret } from '@/lib/client/text-change';

type SharedTextareaProps = Omit<ComponentProps<typeof Textarea>, 'value' | 'onChange'> & {
  value: string;
  /** `shown`: what stood there before. */
  onType: (text: string, shown: string) => void;
};

/** A text that others change while one writes in it: the caret stays with the words it stood at. */
export function SharedTextarea({ value, onType, ...rest }: SharedTextareaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const before = useRef({ value, start: 0, end: 0 });

  const note = () => {
    const shown = area.current;
    if (shown) before.current = { value: shown.value, start: shown.selectionStart, end: shown.selectionEnd };
  };
  useLayoutEffect(() => {
    const shown = area.current;
    const { value: was, start, end } = before.current;
    if (shown && was !== value && document.activeElement === shown) {
      shown.setSelectionRange(movedCaret(was, value, start), movedCaret(was, value, end));
    }
    note();
  }, [value]);

  return (
    <Textarea
      ref={area}
      value={value}
      onSelect={note}
      onChange={(event) => {
        note();
        onType(event.target.value, value);
      }}
      {...rest}
    />
  );
}

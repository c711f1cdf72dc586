'use client';

import clsx from 'clsx';
import { memo, useMemo, useState } from 'react';
import { ansiSegments } from './ansi-segments';
import { cutAtHits, type LinePiece } from './cut-at-hits';
import type { Hit } from './search-lines';

type OutputLineProps = {
  number: number;
  digits: number;
  /** Null while it is on its way. */
  text: string | null;
  /** How long it really is, where it was cut. */
  clippedLength: number | null;
  wraps: boolean;
  isPicked: boolean;
  hits: readonly Hit[];
  current: Hit | null;
};

const SHOWN_CHARACTERS = 2000;

/** One line of an output with its number, its colours and what was found in it; nothing but text nodes. */
export const OutputLine = memo(function OutputLine(props: OutputLineProps) {
  const { number, digits, text, clippedLength, wraps, isPicked, hits, current } = props;
  const [isWhole, setWhole] = useState(false);
  const isSought = current?.line === number && current.to > SHOWN_CHARACTERS;
  const isCut = text !== null && text.length > SHOWN_CHARACTERS && !isWhole && !isSought;
  const pieces = useMemo(() => {
    const shown = isCut ? text.slice(0, SHOWN_CHARACTERS) : (text ?? '');
    return cutAtHits(ansiSegments(shown), hits);
  }, [text, isCut, hits]);
  return (
    <div className={clsx('flex min-h-5 leading-5', isPicked ? 'bg-accent-soft' : 'hover:bg-hover')}>
      <span
        data-line={number}
        style={{ minWidth: `calc(${digits}ch + 1.25rem)` }}
        className={clsx(
          'sticky left-0 shrink-0 cursor-pointer pr-3 pl-2 text-right select-none hover:text-ink',
          isPicked ? 'bg-accent-soft text-accent-ink' : 'bg-surface text-faint',
        )}
      >
        {number}
      </span>
      <span className={clsx('min-w-0 pr-4', wraps ? 'whitespace-pre-wrap wrap-anywhere' : 'whitespace-pre')}>
        {text === null ? (
          <span className="text-faint">…</span>
        ) : (
          pieces.map((piece, index) => <Piece key={index} piece={piece} current={current} />)
        )}
        {isCut && (
          <button
            type="button"
            className="ml-1 rounded-sm bg-hover px-1 font-sans text-accent-ink hover:underline"
            onClick={() => setWhole(true)}
          >
            show {(text.length - SHOWN_CHARACTERS).toLocaleString('en')} more characters
          </button>
        )}
        {clippedLength !== null && !isCut && (
          <span className="ml-1 font-sans text-faint">
            cut here; the line has {clippedLength.toLocaleString('en')} characters, download it to see all
          </span>
        )}
      </span>
    </div>
  );
});

function Piece({ piece: { text, classes, style, hit }, current }: { piece: LinePiece; current: Hit | null }) {
  if (hit) {
    return (
      <mark
        data-current={hit === current || undefined}
        className={hit === current ? 'bg-accent text-on-accent' : 'bg-warn-soft text-warn-ink outline-1 outline-warn-ink/40'}
      >
        {text}
      </mark>
    );
  }
  return classes === '' && style === undefined ? (
    text
  ) : (
    <span className={classes} style={style}>
      {text}
    </span>
  );
}

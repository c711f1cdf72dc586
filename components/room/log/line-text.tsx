'use client';

import { memo, useMemo } from 'react';
import { lineTokens, type Known, type LineToken } from '@/lib/core/incident/line-tokens';
import type { Nameable } from '@/lib/core/incident/named-at';
import { RefLink } from '../ref-link';
import { useRoom } from '../room-provider';

type LineTextProps = { text: string; lastSeq: number };

const LETTERS = { H: true, E: true, T: true } as const;

function useKnown(lastSeq: number): Known {
  const counters = useRoom((view) => view.drawn.counters);
  const named = useRoom((view) => view.drawn.people);
  const directory = useRoom((view) => view.directory);
  return useMemo(() => {
    const people = new Map<string, Nameable>([
      ...Object.entries(named).map(([userId, name]) => [userId, { userId, name }] as const),
      ...directory.map((one) => [one.userId, one] as const),
    ]);
    return {
      has: (ref) => ref[0]! in LETTERS && Number(ref.slice(1)) <= counters[ref[0] as keyof typeof LETTERS],
      lastSeq,
      people: [...people.values()],
    };
  }, [counters, named, directory, lastSeq]);
}

/** Words of the log with what they name as links: only text nodes and links made here, whatever was written. */
export const LineText = memo(function LineText({ text, lastSeq }: LineTextProps) {
  const known = useKnown(lastSeq);
  const me = useRoom((view) => view.me.userId);
  const tokens = useMemo(() => lineTokens(text, known), [text, known]);
  return tokens.map((token, index) => <Token key={index} token={token} me={me} />);
});

function Token({ token, me }: { token: LineToken; me: string }) {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'mention':
      return (
        <span
          className={
            token.userIds.includes(me)
              ? 'rounded-sm bg-accent-soft px-0.5 font-medium text-accent-ink'
              : 'font-medium text-accent-ink'
          }
        >
          {token.text}
        </span>
      );
    case 'link':
      return (
        <a
          href={token.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
        >
          {token.text}
        </a>
      );
    default:
      return <RefLink kind={token.kind} reference={token.ref} />;
  }
}

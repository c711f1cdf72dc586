import { ButtonLink } from '@/components/ui/button-link';

/** The way on through a long list, and back to its beginning. */
export function Older({ base, cursor, isFirst }: { base: URLSearchParams; cursor: string | null; isFirst: boolean }) {
  const withCursor = (at: string | null) => {
    const next = new URLSearchParams(base);
    if (at === null) next.delete('cursor');
    else next.set('cursor', at);
    return `?${next}`;
  };
  if (cursor === null && isFirst) return null;
  return (
    <div className="flex gap-2">
      {!isFirst && <ButtonLink href={withCursor(null)}>Newest</ButtonLink>}
      {cursor !== null && <ButtonLink href={withCursor(cursor)}>Older</ButtonLink>}
    </div>
  );
}

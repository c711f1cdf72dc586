import clsx from 'clsx';

const HUES = [
  'bg-sev1-soft text-sev1-ink',
  'bg-sev2-soft text-sev2-ink',
  'bg-sev3-soft text-sev3-ink',
  'bg-good-soft text-good-ink',
  'bg-accent-soft text-accent-ink',
  'bg-sev4-soft text-sev4-ink',
  'bg-maintenance-soft text-maintenance-ink',
];

const segments = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter() : null;
const firstLetter = (word: string) =>
  (segments ? segments.segment(word)[Symbol.iterator]().next().value?.segment : word[0]) ?? '';

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  // A non-joiner between them: letters of some scripts would grow together.
  return [firstLetter(first), last ? firstLetter(last) : ''].filter(Boolean).join('\u200c').toUpperCase() || '?';
}

function hueOf(seed: string): string {
  let sum = 0;
  for (const letter of seed) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return HUES[sum % HUES.length] ?? '';
}

type AvatarProps = {
  name: string;
  /** What the colour is made from; the name when not given. */
  seed?: string;
  size?: 'xs' | 'sm' | 'md';
  /** The name is not written beside it, so it is said. */
  labelled?: boolean;
  className?: string;
};

const SIZES = { xs: 'size-4 text-[0.5625rem]', sm: 'size-5 text-2xs', md: 'size-7 text-xs' };

export function Avatar({ name, seed = name, size = 'sm', labelled, className }: AvatarProps) {
  return (
    <span
      role={labelled ? 'img' : undefined}
      aria-label={labelled ? name : undefined}
      aria-hidden={labelled ? undefined : true}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full leading-none font-semibold select-none',
        SIZES[size],
        hueOf(seed),
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `mod+k`, `g l`, `n`, `?`, `Enter`: one or two strokes; `mod` is Ctrl, and Cmd on a Mac. */
export type Shortcut = string;

export const strokesOf = (shortcut: Shortcut): string[] => shortcut.split(' ');

/** A stroke that types a character, and so must stay silent while somebody writes and may be switched off. */
export const isSingleKey = (shortcut: Shortcut): boolean => !shortcut.includes('mod+');

/** How a stroke is written in the registry. Shift shows in the character that it makes. */
export function strokeOf(event: KeyStroke): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

export type KeyReader = (event: KeyStroke, atMs: number) => string | null;

const SEQUENCE_MS = 1200;

/** Reads strokes and answers with the shortcut that is complete, or null. `g` waits for its second key. */
export function keyReader(shortcuts: () => readonly Shortcut[]): KeyReader {
  let held: { stroke: string; atMs: number } | null = null;
  return (event, atMs) => {
    if (event.altKey) return null;
    const stroke = strokeOf(event);
    const known = shortcuts();
    const began = held && atMs - held.atMs <= SEQUENCE_MS ? held.stroke : null;
    held = null;
    if (began && known.includes(`${began} ${stroke}`)) return `${began} ${stroke}`;
    if (known.includes(stroke)) return stroke;
    if (known.some((shortcut) => shortcut.startsWith(`${stroke} `))) held = { stroke, atMs };
    return null;
  };
}

/** How a shortcut is shown on a key cap: `Ctrl K`, `g l`. */
export const capsOf = (shortcut: Shortcut, isMac: boolean): string[] =>
  strokesOf(shortcut).flatMap((stroke) =>
    stroke
      .split('+')
      .map((part) =>
        part === 'mod' ? (isMac ? '⌘' : 'Ctrl') : part.length === 1 && shortcut.includes('+') ? part.toUpperCase() : part,
      ),
  );

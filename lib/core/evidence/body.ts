/** What is known of a body once it is stored: computed where the body is, kept with the event. */
export type BodyFacts = {
  contentType: string;
  sizeBytes: number;
  /** Null where it is not text. */
  lineCount: number | null;
  /** The first lines, at most 600 characters. */
  preview: string;
  /** SHA-256 of the stored body, hexadecimal. */
  sha256: string;
  /** How many secrets were masked before it was stored. */
  maskedCount: number;
};

export const PREVIEW_MAX = 600;
const LINE_FEED = 10;

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** The first whole lines of a text that fit into 600 characters; a first line that is longer is cut between characters. */
export function previewOf(text: string): string {
  if (text.length <= PREVIEW_MAX) return text.trimEnd();
  const end = text.lastIndexOf('\n', PREVIEW_MAX);
  if (end > 0) return text.slice(0, end).trimEnd();
  const isSplit = isHighSurrogate(text.charCodeAt(PREVIEW_MAX - 1));
  return text.slice(0, isSplit ? PREVIEW_MAX - 1 : PREVIEW_MAX);
}

function linesIn(text: string): number {
  if (text.length === 0) return 0;
  let count = text.charCodeAt(text.length - 1) === LINE_FEED ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Size in UTF-8, number of lines and preview of a text. A last line without a line feed counts. */
export function bodyFactsOf(text: string): Pick<BodyFacts, 'sizeBytes' | 'lineCount' | 'preview'> {
  return { sizeBytes: new TextEncoder().encode(text).length, lineCount: linesIn(text), preview: previewOf(text) };
}

import { createHash } from 'node:crypto';
import { previewOf, type BodyFacts } from '@/lib/core/evidence/body';
import { maskSecrets } from '@/lib/core/evidence/mask';
import { ServiceError } from '../errors';

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
const NEWLINE = 10;

export type Piece = { firstByte: number; firstLine: number; bytes: Buffer };

/** What the event keeps of a body. */
export const factsOf = ({ contentType, sizeBytes, lineCount, sha256, preview, maskedCount }: BodyFacts): BodyFacts => ({
  ...{ contentType, sizeBytes, lineCount, sha256, preview, maskedCount },
});

export type WholeBody = BodyFacts & { pieces: Piece[] };

const IMAGES: [contentType: string, magic: RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/** The type of an image by its first bytes, whatever anybody calls it. */
function imageType(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 16).toString('latin1');
  return IMAGES.find(([, magic]) => magic.test(start))?.[0] ?? null;
}

function textOf(bytes: Buffer): string {
  if (bytes.includes(0))
    throw new ServiceError(
      'invalid',
      'This holds null bytes, so it is no text. Attach text (UTF-8) or an image (PNG, JPEG, GIF, WebP).',
    );
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    if (/\S/.test(text)) return text;
  } catch (cause) {
    throw new ServiceError('invalid', 'This is not valid UTF-8. Convert it first, for example with iconv -t UTF-8.', { cause });
  }
  throw new ServiceError('invalid', 'There is nothing in it. Attach the output itself.');
}

/** Where a piece that starts at `start` ends: after its last line break, else before a character that would be torn. */
function pieceEnd(bytes: Buffer, start: number): number {
  const limit = Math.min(bytes.length, start + PIECE_BYTES);
  if (limit === bytes.length) return limit;
  const newline = bytes.lastIndexOf(NEWLINE, limit - 1);
  if (newline >= start) return newline + 1;
  let end = limit;
  while (end > start && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function piecesOf(bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  let firstLine = 1;
  for (let start = 0; start < bytes.length;) {
    const end = pieceEnd(bytes, start);
    const piece = bytes.subarray(start, end);
    pieces.push({ firstByte: start, firstLine, bytes: piece });
    firstLine += countNewlines(piece);
    start = end;
  }
  return pieces;
}

/**
 * A body ready to be stored: secrets masked, measured, cut into pieces. Throws ServiceError: `too_large` over 10 MB,
 * `invalid` where it is neither UTF-8 text nor an image.
 */
export function bodyFromBytes(bytes: Buffer, contentType: string): WholeBody {
  if (bytes.length > MAX_BODY_BYTES)
    throw new ServiceError('too_large', 'Evidence may have up to 10 MB. Cut it to the part that matters.');
  const image = imageType(bytes);
  const sha256 = (stored: Buffer) => createHash('sha256').update(stored).digest('hex');
  if (image) {
    const measured = {
      contentType: image,
      sizeBytes: bytes.length,
      lineCount: null,
      sha256: sha256(bytes),
      preview: '',
      maskedCount: 0,
    };
    return { ...measured, pieces: piecesOf(bytes) };
  }
  if (contentType.startsWith('image/')) {
    throw new ServiceError('unsupported', 'This image is none that browsers show safely. Attach PNG, JPEG, GIF or WebP.');
  }
  const { text, maskedCount } = maskSecrets(textOf(bytes));
  const stored = Buffer.from(text, 'utf8');
  const newlines = countNewlines(stored);
  const lineCount = stored.length === 0 ? 0 : newlines + (stored.at(-1) === NEWLINE ? 0 : 1);
  return {
    ...{ contentType: 'text/plain', sizeBytes: stored.length, lineCount, sha256: sha256(stored) },
    ...{ preview: previewOf(text), maskedCount, pieces: piecesOf(stored) },
  };
}

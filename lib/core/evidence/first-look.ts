import type { EvidenceKind } from '@/lib/core/incident/state';
import type { BodyFacts } from './body';

const TITLE_MAX = 200;
const COMMAND_MAX = 2000;
const PROMPT = /^\s*\$ +(\S.*)$/;
// Colours, cursor moves and window titles of a terminal, then whatever else has no shape.
// oxlint-disable-next-line no-control-regex
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const isText = (body: Pick<BodyFacts, 'contentType'>) => body.contentType.startsWith('text/');

const cut = (text: string, max: number) => text.slice(0, max).toWellFormed().trim();

function firstLine(preview: string): string {
  const lines = preview.replace(ESCAPES, '').split(/[\r\n]+/);
  return lines.map((line) => line.replace(SHAPELESS, ' ').trim()).find((line) => line.length > 0) ?? '';
}

/** What the first line says of where a text came from: `$ dmesg -T` names the command. */
export function attachedAs({ preview }: Pick<BodyFacts, 'preview'>): { command: string | null } {
  const command = PROMPT.exec(firstLine(preview))?.[1];
  return { command: command ? cut(command, COMMAND_MAX) : null };
}

/** The kind, where nobody named it: an image, the output of a command, or else a log. */
export function kindOf(body: Pick<BodyFacts, 'contentType' | 'preview'>): EvidenceKind {
  if (body.contentType.startsWith('image/')) return 'image';
  return attachedAs(body).command === null ? 'log' : 'command';
}

/** The first non-empty line, without prompt, colours and control characters. */
export function titleOf(body: Pick<BodyFacts, 'contentType' | 'preview'>): string {
  const line = isText(body) ? firstLine(body.preview) : '';
  return cut(PROMPT.exec(line)?.[1] ?? line, TITLE_MAX) || (body.contentType.startsWith('image/') ? 'Image' : 'Untitled');
}

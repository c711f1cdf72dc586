import type { Instant } from '@/lib/core/ids';
import { refusedTime } from './refused-time';

export type LogTextLine = { at: Instant; text: string };
type LogTextIssue = { line: number; message: string };
export type LogText = { ok: true; lines: LogTextLine[] } | { ok: false; issues: LogTextIssue[] };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Going back further than this is taken for the next morning, less for a line that was added late. */
const BACK_MS = 3 * 3_600_000;
const ISSUES_MAX = 50;
const INDENT = '  ';

// `16:05`, `16:05:10`, `2026-11-23 16:05`, `2026-11-23T16:05:10.5+02:00`, in brackets or as a list item, then what parts it from the text.
const TIMED =
  /^(?:[-*•] )?\[?(?:(\d{4}-\d{2}-\d{2})(?:[Tt]| {1,2}))?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]| ?UTC|\+\d{2}:\d{2}|(?<=T[^ ]{0,40})-\d{2}:\d{2})?\]?(?:[ \t]*[-–—|][ \t]*|[ \t]+|$)/;
const DATED = /^(\d{4}-\d{2}-\d{2})$/;
const COMMENT = /^#(?:\s|$)/;

/** When a line says that it happened: `sinceMidnightMs` on `dayMs` in the writer's own time; a null day is to be worked out. */
type Clock = { dayMs: number | null; sinceMidnightMs: number };
type Draft = { line: number; clock: Clock; parts: string[] };

function dayOf(date: string): number | null {
  const dayMs = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(dayMs) && new Date(dayMs).toISOString().startsWith(date) ? dayMs : null;
}

function zoneMin(zone: string | undefined, offsetMin: number): number {
  if (!zone) return offsetMin;
  if (/^(?: ?UTC|z)$/i.test(zone)) return 0;
  return Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
}

function clockOf(match: RegExpExecArray, offsetMin: number): Clock | null {
  const [, date, hours, minutes, seconds = '0', fraction = '0', zone] = match;
  const dayMs = date === undefined ? null : dayOf(date);
  if (date !== undefined && dayMs === null) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const writtenMs = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000;
  const shiftedMs = writtenMs + Math.floor(Number(`0.${fraction}`) * 1000) + (offsetMin - zoneMin(zone, offsetMin)) * MINUTE_MS;
  if (dayMs !== null) {
    const localMs = dayMs + shiftedMs;
    return { dayMs: Math.floor(localMs / DAY_MS) * DAY_MS, sinceMidnightMs: localMs - Math.floor(localMs / DAY_MS) * DAY_MS };
  }
  return { dayMs: null, sinceMidnightMs: ((shiftedMs % DAY_MS) + DAY_MS) % DAY_MS };
}

/** The lines without the indentation that all of them share. */
function dedented(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  let shared = Infinity;
  for (const line of lines) {
    const indent = line.search(/\S/);
    if (indent !== -1 && indent < shared) shared = indent;
  }
  return shared > 0 && shared !== Infinity ? lines.map((line) => line.slice(shared)) : lines;
}

const unindented = (line: string) => (line.startsWith(INDENT) ? line.slice(INDENT.length) : line);

function draftsOf(text: string, offsetMin: number): { drafts: Draft[]; issues: LogTextIssue[] } {
  const drafts: Draft[] = [];
  const issues: LogTextIssue[] = [];
  let heading: number | null = null;
  for (const [index, line] of dedented(text).entries()) {
    const number = index + 1;
    const last = drafts.at(-1);
    if (line === '') continue;
    const day = DATED.exec(line.trimEnd())?.[1];
    if (day !== undefined) {
      heading = dayOf(day);
      if (heading === null) issues.push({ line: number, message: `There is no day ${day}. Write it as 2026-11-23.` });
      continue;
    }
    const timed = TIMED.exec(line);
    if (timed) {
      const clock = clockOf(timed, offsetMin);
      if (!clock)
        issues.push({ line: number, message: `There is no such time as ${timed[0].trim().slice(0, 40)}. Write 16:05.` });
      const resolved = clock ?? { dayMs: null, sinceMidnightMs: 0 };
      drafts.push({
        line: number,
        clock: { ...resolved, dayMs: resolved.dayMs ?? heading },
        parts: [line.slice(timed[0].length)],
      });
      heading = null;
    } else if (last) last.parts.push(unindented(line));
    else if (line.trim() !== '' && !COMMENT.test(line)) {
      const message =
        'This line has no time and there is no entry above it. Begin it with a time, for example 16:05 - Alert fired.';
      issues.push({ line: number, message });
    }
  }
  return { drafts, issues };
}

/** The day of each line, from the one before it: forward over midnight. The first day is 0 where no line names one. */
function followDays(clocks: readonly Clock[]): { days: number[]; isNamed: boolean } {
  const firstNamed = clocks.findIndex((clock) => clock.dayMs !== null);
  const days: number[] = [];
  let before: { dayMs: number; sinceMidnightMs: number } | null = null;
  for (const [index, { dayMs: named, sinceMidnightMs }] of clocks.entries()) {
    let dayMs: number = before?.dayMs ?? 0;
    if (before && before.sinceMidnightMs - sinceMidnightMs > BACK_MS) dayMs += DAY_MS;
    if (named !== null && index === firstNamed) for (let at = 0; at < index; at++) days[at] = (days[at] ?? 0) + named - dayMs;
    if (named !== null) dayMs = named;
    days.push(dayMs);
    before = { dayMs, sinceMidnightMs };
  }
  return { days, isNamed: firstNamed !== -1 };
}

/** Each line's time in milliseconds UTC. Where no line names a day, the latest days on which none lies ahead of now. */
function timesOf(clocks: readonly Clock[], nowMs: number, offsetMin: number): number[] {
  const { days, isNamed } = followDays(clocks);
  const localMs = clocks.map((clock, index) => (days[index] ?? 0) + clock.sinceMidnightMs);
  const latest = localMs.reduce((max, ms) => Math.max(max, ms), -Infinity);
  const nowLocalMs = nowMs + offsetMin * MINUTE_MS + MINUTE_MS;
  const shiftMs = isNamed ? 0 : Math.floor((nowLocalMs - latest) / DAY_MS) * DAY_MS;
  return localMs.map((ms) => ms + shiftMs - offsetMin * MINUTE_MS);
}

/**
 * Reads a log written by hand: `16:05 - Alert fired`, one entry a line, in the writer's time `offsetMin` minutes east of
 * UTC. Lines without a time belong to the entry above; a line that is only a date names the day of what follows. Answers
 * with what is wrong line by line, or with every line; never with a part of them.
 */
export function parseLogText(text: string, { now, offsetMin }: { now: Instant; offsetMin: number }): LogText {
  const { drafts, issues } = draftsOf(text, offsetMin);
  if (issues.length > 0) return { ok: false, issues: issues.slice(0, ISSUES_MAX) };
  const times = timesOf(
    drafts.map((draft) => draft.clock),
    Date.parse(now),
    offsetMin,
  );
  const lines = drafts.map(({ line, parts }, index) => {
    const ms = times[index] ?? 0;
    const at = Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : now;
    const written = parts.map((part) => (part.trim() === '' ? '' : part)).join('\n');
    const entry = { at, text: written.trim() };
    const badTime = refusedTime(at, now);
    if (entry.text === '') issues.push({ line, message: 'This line has a time and no text. Write what happened after it.' });
    if (badTime) issues.push({ line, message: badTime.message });
    return entry;
  });
  if (lines.length === 0 && issues.length === 0) issues.push({ line: 1, message: 'There is no line in it.' });
  if (issues.length > 0) return { ok: false, issues: issues.slice(0, ISSUES_MAX) };
  return { ok: true, lines };
}

/**
 * Writes lines as people write them by hand, to the minute, with a line for each day. The inverse of `parseLogText` for
 * texts without white space at their ends.
 */
export function formatLogText(lines: readonly LogTextLine[], { offsetMin }: { offsetMin: number }): string {
  const written: string[] = [];
  let before = null as { dayMs: number; sinceMidnightMs: number } | null;
  for (const { at, text } of lines) {
    const localMs = Math.floor((Date.parse(at) + offsetMin * MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
    const dayMs = Math.floor(localMs / DAY_MS) * DAY_MS;
    const sinceMidnightMs = localMs - dayMs;
    const local = new Date(localMs).toISOString();
    const isBack = before !== null && before.sinceMidnightMs - sinceMidnightMs > BACK_MS;
    if (before?.dayMs !== dayMs || isBack) written.push(local.slice(0, 10));
    before = { dayMs, sinceMidnightMs };
    const [first, ...more] = text.split('\n');
    written.push(`${local.slice(11, 16)} - ${first}`, ...more.map((line) => `${INDENT}${line}`));
  }
  return written.map((line) => `${line}\n`).join('');
}

const LOOKED_AT_MAX = 20_000;

/** Whether a pasted text looks like a log written by hand: at least two of its lines begin with a time. */
export function looksLikeLog(text: string): boolean {
  let count = 0;
  for (const line of dedented(text.slice(0, LOOKED_AT_MAX))) {
    const timed = TIMED.exec(line);
    if (timed && clockOf(timed, 0) && timed[0].length < line.trimEnd().length) count += 1;
    if (count === 2) return true;
  }
  return false;
}

import type { RoomActions, RunAnswer } from '@/lib/client/room-actions';
import type { RoomView } from '@/lib/client/room-view';
import type { RoomDialog } from '@/lib/client/room-ui';
import { parseSlash, slashHelp } from '@/lib/core/incident/slash';
import type { Audience } from '@/lib/core/incident/state';
import type { UserId } from '@/lib/core/ids';
import { noteOfBrief } from '@/lib/client/note-of-brief';

export type SendAnswer =
  | { kind: 'sent' }
  | { kind: 'opens'; dialog: RoomDialog }
  | { kind: 'unclear'; hint: string; usage: string }
  | { kind: 'refused'; message: string };

export type Writing = { view: RoomView; offsetMin: number; run: RoomActions['run'] };

// Said without anything after it, these open their form.
const FORMS: Record<string, RoomDialog> = {
  hypothesis: { name: 'propose', parentId: null },
  evidence: { name: 'evidence', hypothesisId: null, offered: null },
  task: { name: 'task', hypothesisId: null },
  'hand-over': { name: 'hand-over' },
  update: { name: 'update', audience: null },
  promise: { name: 'promise' },
  snooze: { name: 'promise' },
  postmortem: { name: 'postmortem' },
  ask: { name: 'ask' },
  off: { name: 'go-off' },
};
const UPDATE_TO = /^\/u(?:pdate)?\s+(team|stakeholders|public)\s*$/i;

const BRIEF = /^\/brief$/i;

const answered = (answer: RunAnswer): SendAnswer => (answer.ok ? { kind: 'sent' } : { kind: 'refused', message: answer.message });

function formOf(text: string): RoomDialog | null {
  const audience = UPDATE_TO.exec(text)?.[1]?.toLowerCase() as Audience | undefined;
  if (audience) return { name: 'update', audience };
  const typed = /^\/([a-z-]+)\s*$/i.exec(text)?.[1]?.toLowerCase();
  const word = slashHelp.find((one) => one.word === typed || (typed && one.also.includes(typed)))?.word;
  return word ? (FORMS[word] ?? null) : null;
}

/** How a line that begins with a slash goes on, while it is typed; null where it is no command. */
export function usageOf(text: string): { usage: string; help: string } | null {
  const typed = /^\/([a-z-]+)\s/i.exec(text)?.[1]?.toLowerCase();
  return slashHelp.find((one) => one.word === typed || (typed && one.also.includes(typed))) ?? null;
}

/** Sends what was written: as the command that it names, or as a note. `asText` takes it word for word. */
export async function sendText(text: string, { view, offsetMin, run }: Writing, asText = false): Promise<SendAnswer> {
  const said = text.trim();
  const dialog = asText ? null : formOf(said);
  if (dialog) return { kind: 'opens', dialog };
  const now = new Date(Date.now() + view.clockOffsetMs).toISOString();
  if (!asText && BRIEF.test(said)) return answered(await run('log.write', { text: await noteOfBrief(view) }));
  const people = view.directory as { userId: UserId; name: string }[];
  const { nextUpdateAt } = view.drawn;
  const parsed = asText ? null : parseSlash(said, { people, selfId: view.me.userId, now, offsetMin, nextUpdateAt });
  if (parsed && !parsed.ok) return { kind: 'unclear', hint: parsed.hint, usage: parsed.usage };
  const answer = parsed
    ? await run(parsed.name, parsed.input as never, parsed.at ? { at: parsed.at } : {})
    : await run('log.write', { text: said });
  return answered(answer);
}

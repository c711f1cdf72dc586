import { uuidv7 } from 'uuidv7';
import { recordedOutput } from '../recorded-output';
import type { Stage } from './stage';
import type { Cast, Story } from './story';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** `mm:ss`, or `-mm:ss`, in milliseconds. */
function spanMs(text: string): number {
  const [, sign, minutes, seconds] = /^(-?)(\d{2,}):(\d{2})$/.exec(text) ?? [];
  if (seconds === undefined) throw new RangeError(`${text} is no mm:ss.`);
  return (sign === '-' ? -1 : 1) * (Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS);
}

/** Plays a story through the verbs that people use, at its times before `now`; answers the key of its incident. */
export async function playStory({ services, callers, now, setClock }: Stage, story: Story): Promise<string> {
  const { incidents } = services;
  const declaredMs = now.getTime() - story.declaredAgoMin * MINUTE_MS;
  const at = (span: string) => new Date(declaredMs + spanMs(span));
  const callerOf = (name: string) => callers[name as keyof Cast];
  const { by, input, impactBefore, detectedBefore } = story.declared;
  const times = { startedAt: at(`-${impactBefore}`).toISOString(), detectedAt: at(`-${detectedBefore}`).toISOString() };
  setClock(new Date(declaredMs));
  const { key } = await incidents.declare(callerOf(by), { id: uuidv7(), input: { ...input, ...times } });
  for (const step of story.steps.toSorted((one, other) => one.at.localeCompare(other.at))) {
    setClock(at(step.at));
    const text = step.file === undefined ? {} : { text: recordedOutput(story.recording, step.file).toString('utf8') };
    await incidents.execute(callerOf(step.by), {
      ...{ incident: key, id: uuidv7(), name: step.name, input: { ...step.input, ...text } },
      at: step.happenedAt === undefined ? null : at(step.happenedAt).toISOString(),
    });
  }
  return key;
}

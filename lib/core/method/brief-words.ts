import { listed, localTime, zoneName } from '@/lib/core/incident/describe-text';
import type { Audience } from '@/lib/core/incident/state';
import type { Instant } from '@/lib/core/ids';
import type { Brief, BriefFinding, BriefQuestion, BriefTask, BriefTest, BriefUpdate } from './brief';
import type { Some } from './brief-some';

/** How what people wrote, and what stands out, is put down in a format. */
export type BriefStyle = { words: (text: string) => string; strong: (text: string) => string };
/** `now` tells what is overdue; times are shown `offsetMin` minutes east of UTC. */
export type BriefOptions = { now: Instant; offsetMin: number };
export type BriefSection = { title: string; lines: string[] };

export const TO_AUDIENCE: Record<Audience, string> = { team: 'the team', stakeholders: 'stakeholders', public: 'the public' };
const HEARS: Record<Audience, string> = { team: 'The team hears', stakeholders: 'Stakeholders hear', public: 'The public hears' };

/** Whether a promise was not kept so far. */
export const isOverdue = (next: Brief['next'], now: Instant): boolean => next !== null && next.at < now;

const ended = (sentence: string) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);

/** The sentences of a brief, section by section; sections that say nothing are left out. */
export class BriefWords {
  constructor(
    private readonly brief: Brief,
    private readonly style: BriefStyle,
    private readonly options: BriefOptions,
  ) {}

  /** The time alone where it is of today. */
  private time(at: Instant): string {
    const { now, offsetMin } = this.options;
    const today = localTime(now, offsetMin).slice(0, 11);
    return `${localTime(at, offsetMin).replace(today, '')} ${zoneName(offsetMin)}`;
  }

  private list<T>({ shown, more }: Some<T>, line: (one: T) => string, named = 'more'): string[] {
    return [...shown.map(line), ...(more > 0 ? [`and ${more} ${named}`] : [])];
  }

  private names({ shown, more }: Some<string>): string {
    const names = shown.map(this.style.words);
    return listed(more > 0 ? [...names, `${more} more`] : names);
  }

  title(): string {
    return `${this.brief.key} ${this.style.words(this.brief.title)}`;
  }

  /** How bad, since when, for whom. */
  head(): string[] {
    const { severity, status, startedAt, mitigatedAt, resolvedAt, summary, services, components, postmortemUrl } = this.brief;
    const ends = [
      ...(mitigatedAt && !resolvedAt ? [`mitigated ${this.time(mitigatedAt)}`] : []),
      ...(resolvedAt ? [`resolved ${this.time(resolvedAt)}`] : []),
    ];
    const seen = components.shown.map(({ name, state }) => `${this.style.words(name)} (${state.replaceAll('_', ' ')})`);
    const affected = listed(components.more > 0 ? [...seen, `${components.more} more`] : seen);
    return [
      `${this.style.strong(severity)}, ${status}. ${[`Impact since ${this.time(startedAt)}`, ...ends].join(', ')}.`,
      ...(summary ? [this.style.words(summary)] : []),
      ...(services.shown.length > 0 ? [`Services: ${this.names(services)}.`] : []),
      ...(seen.length > 0 ? [`The public reads: ${affected}.`] : []),
      ...(postmortemUrl ? [`Postmortem: ${this.style.words(postmortemUrl)}`] : []),
    ];
  }

  sections(): BriefSection[] {
    const { tests, mitigations } = this.brief;
    const sections: BriefSection[] = [
      { title: 'What we know', lines: this.known() },
      { title: 'What we ruled out', lines: this.list(this.brief.ruledOut, (one) => this.finding(one, 'Ruled out by')) },
      {
        title: 'What we are doing',
        lines: [
          ...this.list(tests, (one) => this.test(one), 'more tests'),
          ...this.list(mitigations, (one) => this.task(one), 'more mitigations'),
        ],
      },
      { title: 'Who, and when you hear next', lines: [this.who(), this.next()] },
      { title: 'Latest updates', lines: this.brief.updates.map((one) => this.update(one)) },
      {
        title: 'Questions',
        lines: [
          ...this.list(this.brief.open, (one) => this.question(one), 'more open'),
          ...this.list(this.brief.answered, (one) => this.question(one), 'more answered'),
        ],
      },
    ];
    return sections.filter(({ lines }) => lines.length > 0);
  }

  /** The first line of what is asked first. */
  essentials(): string[] {
    const [test] = this.brief.tests.shown;
    const [task] = this.brief.mitigations.shown;
    const doing = test ? [this.test(test)] : task ? [this.task(task)] : [];
    return [...this.head().slice(0, 1), ...this.known().slice(0, 1), ...doing, `${this.who()} ${this.next()}`];
  }

  private known(): string[] {
    const { cause, confirmed, untested } = this.brief;
    const { words, strong } = this.style;
    const why = cause
      ? [`${strong('Root cause')}: ${this.finding({ ...cause, because: null }, 'Shown by')} Why: ${words(cause.why)}`]
      : [];
    const lines = [...why, ...this.list(confirmed, (one) => this.finding(one, 'Shown by'))];
    if (lines.length > 0) return lines;
    if (untested === 0) return ['The cause is not known yet.'];
    return [`The cause is not known yet. Not tested so far: ${untested} ${untested === 1 ? 'hypothesis' : 'hypotheses'}.`];
  }

  private finding({ ref, statement, because, shown }: BriefFinding, by: string): string {
    const { words, strong } = this.style;
    const evidence = shown.map((one) => `${one.ref} ${words(one.title)}`);
    const grounds = [...(evidence.length > 0 ? [`${by} ${listed(evidence)}.`] : []), ...(because ? [words(because)] : [])];
    return [`${strong(ref)} ${ended(words(statement))}`, ...grounds].join(' ');
  }

  private test({ ref, statement, owner, until }: BriefTest): string {
    const { words, strong } = this.style;
    const box = until ? `, until ${this.time(until)}${until < this.options.now ? ', over time' : ''}` : '';
    return `Testing ${strong(ref)} ${words(statement)} (${owner ? words(owner) : 'nobody'}${box})`;
  }

  private task({ ref, text, owner, due }: BriefTask): string {
    const { words, strong } = this.style;
    return `${strong(ref)} ${words(text)} (${owner ? words(owner) : 'nobody has it'}${due ? `, due ${this.time(due)}` : ''})`;
  }

  private who(): string {
    const { commander, comms } = this.brief;
    const leads = commander ? `${this.style.words(commander)} commands.` : 'Nobody commands.';
    return comms.shown.length > 0 ? `${leads} Comms: ${this.names(comms)}.` : leads;
  }

  private next(): string {
    const { next } = this.brief;
    if (!next) return 'No next update is promised.';
    if (isOverdue(next, this.options.now))
      return `${this.style.strong('Overdue')}: the next update was promised for ${this.time(next.at)}.`;
    return next.audience
      ? `${HEARS[next.audience]} next by ${this.time(next.at)}.`
      : `The next update is promised for ${this.time(next.at)}.`;
  }

  private update({ audience, phase, text, by, at }: BriefUpdate): string {
    const { words, strong } = this.style;
    const head = `${this.time(at)} to ${TO_AUDIENCE[audience]}${phase ? `, ${phase}` : ''} (${words(by)})`;
    return `${strong(head)}: ${words(text)}`;
  }

  private question({ ref, text, by, answer }: BriefQuestion): string {
    const { words, strong } = this.style;
    if (!answer) return `${strong(ref)} ${words(text)} (${words(by)}, open)`;
    return `${strong(ref)} ${words(text)} ${strong('Answer')} (${words(answer.by)}): ${words(answer.text)}`;
  }
}

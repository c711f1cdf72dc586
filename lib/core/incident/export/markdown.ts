import { logLines, type LogLine } from '../describe';
import { localTime, zoneName } from '../describe-text';
import type { IncidentEvent } from '../events';
import { bearingsOn } from '../find';
import { BEARING_MARKS, HYPOTHESIS_STATES, type Hypothesis, type IncidentState, type Task } from '../state';
import { markdownLine as md, markdownLines } from './escape-markdown';

type Options = { offsetMin: number };

function facts(state: IncidentState, { offsetMin }: Options): string[] {
  const time = (at: string | null) => (at ? `${localTime(at, offsetMin)} ${zoneName(offsetMin)}` : null);
  const cause = state.rootCause ? state.hypotheses[state.rootCause.hypothesisId] : undefined;
  const commander = state.commanderId ? (state.people[state.commanderId] ?? null) : null;
  const rows: [string, string | null][] = [
    ['Severity', state.severity],
    ['Status', state.status],
    ['Services', state.services.join(', ') || null],
    ['Impact since', time(state.startedAt)],
    ['Detected', time(state.detectedAt)],
    ['Declared', `${time(state.declaredAt)} by ${state.declaredBy.name}`],
    ['Mitigated', time(state.mitigatedAt)],
    ['Resolved', time(state.resolvedAt)],
    ['Commander', commander],
    ['Root cause', cause && state.rootCause ? `${cause.ref} ${cause.statement} (${state.rootCause.why})` : null],
  ];
  const known = rows.filter(([, value]) => value !== null);
  return ['| | |', '|---|---|', ...known.map(([name, value]) => `| ${name} | ${md(value ?? '')} |`)];
}

function hypothesis(state: IncidentState, one: Hypothesis): string[] {
  const part = (name: string, value: string | null) => (value ? [`  - ${name}: ${markdownLines(value, '    ')}`] : []);
  const { verdict } = one;
  const evidence = bearingsOn(state, one).map((bearing) => {
    const shown = state.evidence[bearing.evidenceId];
    return `${shown?.ref} ${BEARING_MARKS[bearing.value]} ${shown?.title ?? ''}`;
  });
  return [
    `- **${one.ref}** ${md(one.statement)} (${one.state}${one.ownerName ? `, ${md(one.ownerName)}` : ''})`,
    ...part('because', one.because),
    ...part('if so, we will see', one.prediction),
    ...part('we drop it if', one.refutation),
    ...(verdict
      ? [`  - ${one.state} by ${md(verdict.name)}${verdict.because ? `: ${markdownLines(verdict.because, '    ')}` : ''}`]
      : []),
    ...evidence.map((line) => `  - ${md(line)}`),
  ];
}

function task({ ref, text, kind, state, ownerName, outcome }: Task): string {
  const who = ownerName ? `, ${md(ownerName)}` : '';
  return `- [${state === 'done' ? 'x' : ' '}] **${ref}** ${md(text)} (${kind}, ${state}${who})${outcome ? `: ${md(outcome)}` : ''}`;
}

function log(lines: readonly LogLine[], offsetMin: number): string[] {
  const written: string[] = [];
  let day = '';
  for (const line of lines) {
    const [date = '', clock = ''] = localTime(line.at, offsetMin).split(' ');
    if (date !== day) written.push(...(day === '' ? [] : ['']), `### ${date}`, '');
    day = date;
    const author = line.kind === 'note' ? `${md(line.author)}: ` : '';
    written.push(`- **${clock}** ${author}${markdownLines(line.text, '  ')}${line.pinned ? ' (pinned)' : ''}`);
  }
  return written;
}

const section = (title: string, lines: string[]) => (lines.length > 0 ? ['', `## ${title}`, '', ...lines] : []);

/** The incident as a Markdown document: facts, log, hypotheses with verdicts and evidence, tasks. Pulls in nothing from elsewhere. */
export function exportMarkdown(state: IncidentState, events: readonly IncidentEvent[], { offsetMin }: Options): string {
  const order = (one: Hypothesis) => HYPOTHESIS_STATES.indexOf(one.state);
  const hypotheses = Object.values(state.hypotheses).sort((a, b) => order(a) - order(b));
  const evidence = Object.values(state.evidence).map(
    (one) => `- **${one.ref}** ${md(one.title)} (${one.kind}, ${md(one.attachedBy.name)})`,
  );
  const document = [
    `# ${state.key} ${md(state.title)}`,
    '',
    ...facts(state, { offsetMin }),
    ...(state.summary ? ['', markdownLines(state.summary, '')] : []),
    ...section(`Log (${zoneName(offsetMin)})`, log(logLines(state, events, offsetMin), offsetMin)),
    ...section(
      'Hypotheses',
      hypotheses.flatMap((one) => hypothesis(state, one)),
    ),
    ...section('Evidence', evidence),
    ...section('Tasks', Object.values(state.tasks).map(task)),
  ];
  return `${document.join('\n')}\n`;
}

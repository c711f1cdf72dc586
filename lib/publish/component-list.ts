import type { DayBar } from '@/lib/core/status/day-bars';
import type { PublicComponent, StatusGroup } from '@/lib/core/status/public-status';
import { shareText, STATE_WORDS } from '@/lib/core/status/status-words';
import { markup, type Markup } from './markup';
import { publicIdOf } from './public-id';
import { barName, stateMark } from './shapes';
import { dayText } from './times';

const WIDTH = 10;

function wordsOf({ state, upShare }: DayBar): { word: string; share: string } {
  if (state === null) return { word: 'Nothing known', share: '' };
  return { word: STATE_WORDS[state], share: upShare === null ? 'so far' : shareText(upShare) };
}

const dayTitle = (one: DayBar) => {
  const { word, share } = wordsOf(one);
  return `${dayText(one.day, true)}: ${word}${share && `, ${share}`}`;
};

function bars(days: readonly DayBar[]): Markup {
  const drawn = days.map(
    (one, index) => markup`<use href="#${barName(one.state)}" x="${index * WIDTH}"><title>${dayTitle(one)}</title></use>`,
  );
  return markup`<svg class="days" viewBox="0 0 ${days.length * WIDTH - 3} 28" preserveAspectRatio="none" aria-hidden="true">${drawn}</svg>`;
}

/** Days that read alike, as one line. */
function runsOf(days: readonly DayBar[]): DayBar[][] {
  const runs: DayBar[][] = [];
  for (const one of days) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first?.state === one.state && first.upShare === one.upShare) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function dayRow(run: readonly DayBar[]): Markup {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return markup``;
  const { word, share } = wordsOf(first);
  const when = first === last ? dayText(first.day) : `${dayText(first.day, true)} to ${dayText(last.day)}`;
  return markup`<tr><th scope="row">${when}</th><td>${word}</td><td>${share}</td></tr>`;
}

function dayTable(id: string, { name, days }: PublicComponent): Markup {
  const rows = runsOf(days.toReversed()).map((run) => dayRow(run.toReversed()));
  return markup`<details id="${id}"><summary>Day by day<span class="hidden"> of ${name}</span></summary><table>
<thead><tr><th scope="col">Day (UTC)</th><th scope="col">Worst</th><th scope="col">Up</th></tr></thead>
<tbody>${rows}</tbody></table></details>`;
}

function componentItem(component: PublicComponent): Markup {
  const { id, name, description, state, days, upShare, isPublic } = component;
  const known = days.filter((one) => one.upShare !== null).length;
  const up = upShare === null ? 'since today' : `${shareText(upShare)} up in ${known} ${known === 1 ? 'day' : 'days'}`;
  return markup`<li><div class="head"><h3>${name}${!isPublic && markup` <span class="tag">not public</span>`}</h3>${stateMark(state)}</div>
${description !== null && description !== '' && markup`<p class="soft">${description}</p>`}
${bars(days)}
<div class="scale">${dayTable(`d-${publicIdOf(id)}`, component)}<span>${up}</span></div></li>`;
}

const listOf = (components: readonly PublicComponent[]) =>
  markup`<div class="card"><ul class="components">${components.map(componentItem)}</ul></div>`;

/** Every component with its state, its ninety days, and these as a table to read. */
export function componentList(groups: readonly StatusGroup[], components: readonly PublicComponent[]): Markup {
  const loose = components.filter(({ groupId }) => groupId === null);
  const parts = groups.map(
    ({ id, name }) => markup`<h2>${name}</h2>${listOf(components.filter(({ groupId }) => groupId === id))}`,
  );
  return markup`${loose.length > 0 && markup`<h2>Components</h2>${listOf(loose)}`}${parts}`;
}

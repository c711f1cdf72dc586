import { incidentPath } from '@/components/shell/incident-path';
import { isOffered } from '@/lib/client/actions/action';
import { allActions } from '@/lib/client/actions/active-actions';
import { rank } from '@/lib/client/actions/rank';
import type { RoomView } from '@/lib/client/room-view';
import type { IncidentSummary } from '@/lib/contracts/room';
import { calledApart } from '@/lib/core/called-apart';
import type { GlobalRole } from '@/lib/core/incident/state';

export type PaletteItem = {
  key: string;
  title: string;
  /** What else it can be found by. */
  words: string;
  group: string;
  keys?: string;
  run: () => void;
};

type Going = {
  showHypothesis: (ref: string) => void;
  showTask: (ref: string) => void;
  go: (path: string) => void;
  mention: (name: string) => void;
};

const MOST = 40;

export function actionItems(): PaletteItem[] {
  const seen = new Set<string>();
  return allActions()
    .filter((action) => action.name !== 'view.palette' && !seen.has(action.name) && seen.add(action.name) && isOffered(action))
    .map(({ name, title, words = '', group, shortcut, run }) => ({ key: name, title, words, group, keys: shortcut, run }));
}

export function roomItems({ drawn, directory }: RoomView, { showHypothesis, showTask, go, mention }: Going): PaletteItem[] {
  const hypotheses = Object.values(drawn.hypotheses).map(({ ref, statement, state }) => ({
    key: ref,
    title: `${ref} ${statement}`,
    words: state,
    group: 'Hypotheses',
    run: () => showHypothesis(ref),
  }));
  const evidence = Object.values(drawn.evidence).map(({ ref, title, kind }) => ({
    key: ref,
    title: `${ref} ${title}`,
    words: kind,
    group: 'Evidence',
    run: () => go(`/incidents/${drawn.key}/evidence/${ref}`),
  }));
  const tasks = Object.values(drawn.tasks).map(({ ref, text, state }) => ({
    key: ref,
    title: `${ref} ${text}`,
    words: state,
    group: 'Tasks',
    run: () => showTask(ref),
  }));
  const people = directory.map(({ userId, name, role, alias }) => ({
    key: userId,
    title: calledApart({ name, alias }),
    words: `person ${role}`,
    group: 'People',
    run: () => mention(name),
  }));
  return [...hypotheses, ...evidence, ...tasks, ...people];
}

export const incidentItems = (incidents: IncidentSummary[], role: GlobalRole, go: (path: string) => void): PaletteItem[] =>
  incidents.map(({ key, title, status, severity }) => ({
    key: `incident:${key}`,
    title: `${key} ${title}`,
    words: `${status} ${severity}`,
    group: 'Incidents',
    run: () => go(incidentPath(key, role)),
  }));

/** What answers the query, the best first; without one, what was used last comes first. */
export function found(items: readonly PaletteItem[], query: string, recent: readonly string[]): PaletteItem[] {
  const isAsking = query.trim() !== '';
  const scored = items.flatMap((item, index) => {
    const score = Math.max(rank(query, item.title), rank(query, item.words) * 0.6);
    const used = recent.indexOf(item.key);
    const freshness = used === -1 ? 0 : (recent.length - used) * (isAsking ? 2 : 1000);
    return score > 0 ? [{ item, score: score + freshness, index }] : [];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MOST)
    .map(({ item }) => item);
}

import type { Bearing, Evidence, Hypothesis, HypothesisState, IncidentState } from '@/lib/core/incident/state';

export type CardBearing = Bearing & { evidence: Evidence };
export type Card = {
  hypothesis: Hypothesis;
  depth: number;
  parentRef: string | null;
  bearings: CardBearing[];
  isRootCause: boolean;
};
export type BoardGroup = { state: HypothesisState; cards: Card[] };

/** Read from the top: what is worked on, what waits, what came out. */
export const GROUP_ORDER: readonly HypothesisState[] = ['testing', 'open', 'confirmed', 'rejected', 'shelved'];

type Source = Pick<IncidentState, 'hypotheses' | 'evidence' | 'bearings' | 'rootCause'>;

const numberOf = (ref: string) => Number(ref.slice(1));
const byRef = (a: Hypothesis, b: Hypothesis) => numberOf(a.ref) - numberOf(b.ref);

function bearingsByHypothesis({ bearings, evidence }: Source): Map<string, CardBearing[]> {
  const all = new Map<string, CardBearing[]>();
  for (const bearing of Object.values(bearings)) {
    const found = evidence[bearing.evidenceId];
    if (!found) continue;
    all.set(bearing.hypothesisId, [...(all.get(bearing.hypothesisId) ?? []), { ...bearing, evidence: found }]);
  }
  for (const list of all.values()) list.sort((a, b) => numberOf(a.evidence.ref) - numberOf(b.evidence.ref));
  return all;
}

/** Parents before their children, each child directly below its parent, with how deep it lies; all else by number. */
function inTreeOrder(hypotheses: Hypothesis[]): { hypothesis: Hypothesis; depth: number }[] {
  const here = new Set(hypotheses.map((one) => one.id));
  const children = new Map<string | null, Hypothesis[]>();
  for (const one of hypotheses.toSorted(byRef)) {
    const parent = one.parentId && here.has(one.parentId) ? one.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  const ordered: { hypothesis: Hypothesis; depth: number }[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const hypothesis of children.get(parent) ?? []) {
      ordered.push({ hypothesis, depth });
      walk(hypothesis.id, depth + 1);
    }
  };
  walk(null, 0);
  return ordered;
}

function cardsOf(source: Source, hypotheses: Hypothesis[], bearings: Map<string, CardBearing[]>): Card[] {
  return inTreeOrder(hypotheses).map(({ hypothesis, depth }) => ({
    hypothesis,
    depth,
    parentRef: hypothesis.parentId ? (source.hypotheses[hypothesis.parentId]?.ref ?? null) : null,
    bearings: bearings.get(hypothesis.id) ?? [],
    isRootCause: source.rootCause?.hypothesisId === hypothesis.id,
  }));
}

/** The hypotheses as the board shows them: by state, children below their parents. */
export function boardGroups(source: Source): BoardGroup[] {
  const bearings = bearingsByHypothesis(source);
  const all = Object.values(source.hypotheses);
  return GROUP_ORDER.map((state) => ({
    state,
    cards: cardsOf(
      source,
      all.filter((one) => one.state === state),
      bearings,
    ),
  }));
}

/** The way down to the root cause; where none is declared yet, every confirmed step below confirmed ones. */
export function causeChain({ hypotheses, rootCause }: Pick<Source, 'hypotheses' | 'rootCause'>): ReadonlySet<string> {
  const parentOf = ({ parentId }: Hypothesis) => (parentId ? (hypotheses[parentId] ?? null) : null);
  const upFrom = (from: Hypothesis) => {
    const way: Hypothesis[] = [];
    for (let one: Hypothesis | null = from; one && !way.includes(one); one = parentOf(one)) way.push(one);
    return way;
  };
  const cause = rootCause && hypotheses[rootCause.hypothesisId];
  if (cause) return new Set(upFrom(cause).map(({ id }) => id));
  const confirmed = Object.values(hypotheses).filter((one) => upFrom(one).every(({ state }) => state === 'confirmed'));
  return new Set(confirmed.map(({ id }) => id));
}

/** All of them as one tree, whatever their state. */
export const boardTree = (source: Source): Card[] =>
  cardsOf(source, Object.values(source.hypotheses), bearingsByHypothesis(source));

import { ansi, bidi, invisible } from './vectors-of-terminals';
import { handlers, links, markup, mutations } from './vectors-of-markup';
import { pollution, templates } from './vectors-of-templates';

/** A text that would run a script, leave its place or reach another site wherever it is not shown as what it is: a text. */
export type Vector = { id: number; family: string; text: string };

/** In a form of a vector: where the script stands that tells the canary. */
const CALL = '§';
/** In a form of a vector: a word of its own. */
const OWN = '¤';

const FAMILIES: Record<string, () => string[]> = {
  ...{ markup, handlers, links, mutations },
  ...{ ansi, bidi, invisible },
  ...{ templates, pollution },
};

/** Every vector, each with a call to the canary that nothing else makes. */
export function allVectors(): Vector[] {
  const forms = Object.entries(FAMILIES).flatMap(([family, make]) => make().map((form) => ({ family, form })));
  const seen = new Set<string>();
  return forms
    .filter(({ form }) => !seen.has(form) && seen.add(form))
    .map(({ family, form }, id) => ({
      id,
      family,
      text: form.replaceAll(CALL, `ran(${id})`).replaceAll(OWN, String(id)),
    }));
}

/** Some of every family, for a short form. */
export function someVectors(perFamily: number): Vector[] {
  const all = allVectors();
  return Object.keys(FAMILIES).flatMap((name) => {
    const family = all.filter((one) => one.family === name);
    const step = Math.max(1, Math.floor(family.length / perFamily));
    return family.filter((_, index) => index % step === 0).slice(0, perFamily);
  });
}

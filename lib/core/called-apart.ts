/** A name, with the e-mail address behind it where somebody else has the same one. */
export const calledApart = ({ name, alias }: { name: string; alias?: string }): string => (alias ? `${name} (${alias})` : name);

const asRead = (name: string) => name.normalize('NFKC').toLowerCase();

/** Says of a name whether two or more of these people bear it. */
export function namesakes(names: readonly string[]): (name: string) => boolean {
  const bearers = new Map<string, number>();
  for (const name of names) bearers.set(asRead(name), (bearers.get(asRead(name)) ?? 0) + 1);
  return (name) => (bearers.get(asRead(name)) ?? 0) > 1;
}

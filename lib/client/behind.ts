import { untilHere } from './until-here';

/** A room that cannot become live is drawn whole all the same. */
const LATEST_MS = 2_000;

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => (begin = resolve));
let awaited = 0;

/** The moment from which on a browser fetches what comes behind, as the Performance API names it. */
export const BEGAN_MARK = 'warroom:behind';

function start(): void {
  if (performance.getEntriesByName(BEGAN_MARK).length === 0) performance.mark(BEGAN_MARK);
  begin();
}

/** What comes behind waits until the answer is called: for a page whose first part has something more urgent to do. */
export function holdBehind(): () => void {
  awaited += 1;
  let isOver = false;
  const release = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    awaited -= 1;
    if (awaited === 0) start();
  };
  const timer = setTimeout(release, LATEST_MS);
  return release;
}

/** Nothing of this page asked for more time: what comes behind is fetched now. */
export function startBehind(): void {
  if (awaited === 0) start();
}

/** Fetches a part that the page stands without, as soon as such parts are fetched. */
export const fetchBehind = <Part>(load: () => Promise<Part>): Promise<Part> => begun.then(() => untilHere(load));

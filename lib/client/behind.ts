const AGAIN_MS = 3_000;
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

const seconds = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    }
    window.addEventListener('online', done);
  });

/** Fetches a part that the page stands without. Without a network it is asked for again, until it is here. */
export async function fetchBehind<Part>(load: () => Promise<Part>): Promise<Part> {
  await begun;
  for (;;) {
    try {
      return await load();
    } catch {
      await seconds(AGAIN_MS);
    }
  }
}

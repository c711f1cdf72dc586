import type { Page } from '@playwright/test';
import type { Vector } from './vectors';

const AT_ONCE = 40;

/** Each vector as the whole of a page of its own, next to others; and as where a link leads that somebody follows. */
async function letLoose(texts: string[]): Promise<void> {
  const loaded = texts.map((text) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<body>${text}`;
    const done = new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      setTimeout(resolve, 1500);
    });
    document.body.append(frame);
    const link = document.createElement('a');
    link.href = text;
    if (link.protocol === 'javascript:') link.click();
    return done;
  });
  await Promise.all(loaded);
  await new Promise((resolve) => setTimeout(resolve, 100));
  document.body.replaceChildren();
}

/** Puts vectors into a page of ours without any of our care. Most of them run there, or else they and the canary are worth nothing. */
export async function withoutCare(page: Page, vectors: readonly Vector[]): Promise<void> {
  await page.route('**/without-care', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
  );
  for (let from = 0; from < vectors.length; from += AT_ONCE) {
    await page.goto('/without-care');
    await page.evaluate(
      letLoose,
      vectors.slice(from, from + AT_ONCE).map(({ text }) => text),
    );
  }
  await page.unroute('**/without-care');
}

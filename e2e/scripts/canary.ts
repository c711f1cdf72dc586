import type { BrowserContext, Page } from '@playwright/test';

/** What a vector managed to do in a browser. Nothing of it may ever happen. */
export type Song = { how: 'ran' | 'dialog' | 'console' | 'request' | 'markup' | 'prototype' | 'exception'; what: string };

export type Canary = {
  /** Everything so far, each once. */
  songs: () => Song[];
  /** Looks at a page and its frames for what did not run yet: foreign markup, links that are scripts, a changed prototype. */
  look: (page: Page) => Promise<void>;
  /** Hears what happens in a context from here on. Before its first page. */
  watch: (context: BrowserContext) => Promise<void>;
};

/** Runs in the page. Follows every link that is a script, since nobody else does. */
function strangeThings(): string[] {
  const found: string[] = [];
  const elements = [...document.querySelectorAll('*')];
  const name = (one: Element) => one.outerHTML.slice(0, 120);
  const foreign =
    'iframe,object,embed,applet,base,frame,frameset,math,marquee,video,audio,animate,set,foreignObject,meta[http-equiv=refresh i]';
  for (const one of document.querySelectorAll(foreign)) found.push(name(one));
  for (const one of elements) {
    for (const { name: attribute, value } of one.attributes) {
      if (attribute.startsWith('on') || attribute === 'srcdoc') found.push(name(one));
      const isAddress = /^(?:href|src|action|formaction|xlink:href|data|poster|background)$/.test(attribute);
      // oxlint-disable-next-line no-control-regex
      const scheme = isAddress ? /^[\u0000-\u0020]*([a-z\s]+):/i.exec(value)?.[1]?.replace(/\s/g, '').toLowerCase() : undefined;
      if (!scheme || ['http', 'https', 'blob', 'mailto'].includes(scheme)) continue;
      if (scheme === 'data' && one.tagName === 'IMG') continue;
      found.push(name(one));
      if (one instanceof HTMLElement) one.click();
    }
  }
  for (const script of document.querySelectorAll('script')) {
    const isOurs = script.hasAttribute('nonce') || script.src.startsWith(`${location.origin}/_next/`);
    if (!isOurs) found.push(name(script));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[target=_blank]'))
    if (!link.rel.includes('noopener')) found.push(name(link));
  return found;
}

function changedPrototypes(): string[] {
  const polluted = Object.keys(Object.prototype);
  return 'ran' in {} ? [...polluted, 'ran'] : polluted;
}

/** Something that hears when a script runs that should not: by its call, a dialog, the console, a request, or what it leaves behind. */
export function newCanary(): Canary {
  const heard = new Map<string, Song>();
  const sing = (how: Song['how'], what: string) => heard.set(`${how} ${what}`, { how, what });

  return {
    songs: () => [...heard.values()],
    async watch(context) {
      // What compiles these files names functions by one of its own, which a page does not have.
      await context.addInitScript('globalThis.__name ??= (one) => one;');
      await context.exposeBinding('ran', (_source, id: unknown) => void sing('ran', String(id)));
      context.on('dialog', (dialog) => {
        // The browser's own question about what is unsaved is no script of a vector.
        if (dialog.type() !== 'beforeunload') sing('dialog', dialog.message());
        void dialog.dismiss().catch(() => undefined);
      });
      context.on('console', (message) => {
        if (message.text().startsWith('ran:')) sing('console', message.text());
      });
      context.on('request', (request) => {
        if (new URL(request.url()).hostname.startsWith('canary')) sing('request', request.url());
      });
      context.on('weberror', (error) => void sing('exception', String(error.error()).slice(0, 200)));
    },
    async look(page) {
      for (const frame of page.frames()) {
        for (const what of await frame.evaluate(strangeThings)) sing('markup', what);
        for (const what of await frame.evaluate(changedPrototypes)) sing('prototype', what);
      }
    },
  };
}

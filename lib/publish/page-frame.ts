import { createHash } from 'node:crypto';
import { PAGE_POLICY, SCRIPT, STYLE } from './assets';
import { linkable, markup, trusted, type Markup } from './markup';
import { SPRITE } from './shapes';
import type { Root, Site } from './site';
import { timeOf } from './times';

type Page = { title: string; root: Root; body: Markup; /** Without ways to other pages. */ isAlone?: boolean };

function head({ status }: Site, title: string, root: Root, isAlone: boolean): Markup {
  const { page, audience, sentence } = status;
  const feeds = markup`<link rel="alternate" type="application/atom+xml" title="${page.name}" href="${root}feed.atom">
<link rel="alternate" type="application/rss+xml" title="${page.name}" href="${root}feed.rss">`;
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.about || sentence}">
${audience === 'internal' && markup`<meta name="robots" content="noindex">`}
<title>${title}</title>
<style>${trusted(STYLE)}</style>
<link rel="icon" type="image/svg+xml" href="${root}${audience === 'internal' && '../'}icon.svg">
${audience === 'public' && !isAlone && feeds}
</head>`;
}

function navigation({ status, publicUrl }: Site, root: Root): Markup {
  const [support, product] = [linkable(status.page.supportUrl), linkable(status.page.url)];
  const subscribe = status.audience === 'public' && markup`<a href="${publicUrl}/subscribe">Subscribe</a>`;
  return markup`<nav aria-label="Pages"><a href="${root}index.html">Status</a><a href="${root}history/index.html">History</a>${subscribe}${
    product !== null && markup`<a href="${product}" rel="noopener">Product</a>`
  }${support !== null && markup`<a href="${support}" rel="noopener">Help</a>`}</nav>`;
}

function foot({ status }: Site, root: Root): Markup {
  const machine = markup`<ul class="more"><li><a href="${root}feed.atom">Atom</a></li><li><a href="${root}feed.rss">RSS</a></li><li><a href="${root}calendar.ics">Calendar</a></li><li><a href="${root}api/v2/summary.json">JSON</a></li><li><a href="${root}badge.svg">Badge</a></li></ul>`;
  return markup`<footer>${status.audience === 'public' && machine}<p>Last change: ${timeOf(status.changedAt)}</p></footer>`;
}

// By it an open page knows that there is a newer one.
const markOf = (body: Markup) => createHash('sha256').update(body.html).digest('hex').slice(0, 12);

/** A whole page. It says all it has to say without its script. */
export function framed(site: Site, { title, root, body, isAlone = false }: Page): string {
  const { page, audience } = site.status;
  const name = page.name + (audience === 'internal' ? ' (internal)' : '');
  return markup`<!doctype html>
<html lang="en">
${head(site, title, root, isAlone)}
<body>
<a class="skip" href="#main">To the content</a>
${SPRITE}
<header><a class="name" href="${root}index.html">${name}</a>${!isAlone && navigation(site, root)}</header>
<main id="main" data-mark="${markOf(body)}">
${body}
</main>
<p id="said" class="hidden" role="status"></p>
${!isAlone && foot(site, root)}
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.html;
}

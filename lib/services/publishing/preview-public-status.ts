import { pagesOf, renderSite } from '@/lib/publish/render-site';
import { siteOf } from '@/lib/publish/site';
import type { PublishingDeps } from './publishing-deps';
import { createReadPublicStatus } from './read-public-status';

// Beside the application its own addresses lead nowhere: they go to the page as it was published.
const ledToThePage = (html: string) => html.replaceAll(/ href="(?![#/]|[a-z]+:)/g, ' href="/status/');

/** The first page as it would be published now, as HTML. It holds nothing that is not public. */
export const createPreviewPublicStatus = (deps: PublishingDeps) => {
  const read = createReadPublicStatus(deps);
  return async (): Promise<string> => ledToThePage(renderSite(await read('public'), deps.publicUrl).get('index.html') ?? '');
};

/** A page of the variant for signed-in staff by its path, as it is now; null where there is none. */
export const createRenderInternal = (deps: PublishingDeps) => {
  const read = createReadPublicStatus(deps);
  return async (path: string): Promise<string | null> =>
    pagesOf(siteOf(await read('internal'), deps.publicUrl)).get(path)?.() ?? null;
};

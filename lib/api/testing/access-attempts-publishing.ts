import { uuidv7 } from 'uuidv7';
import type { Room } from './access-actors';
import type { Attempt } from './access-attempt';
import type { ApiOver } from './api-over';

const PAGE = '/api/v1/status';

const folder = () => ({ kind: 'folder', name: uuidv7(), config: { path: `/srv/${uuidv7()}` }, secret: null });

/** A target that an administrator added. */
const target = async (api: ApiOver, { admin }: Room) => {
  const { json } = await api.call<{ id: string }>(admin, 'POST', `${PAGE}/targets`, { body: folder() });
  return { target: json.id };
};

/** Where the page is published, and when it was. */
export const PUBLISHING: readonly Attempt[] = [
  { route: `get ${PAGE}/preview`, row: 'admin reads' },
  { route: `get ${PAGE}/publications`, row: 'admin reads' },
  { route: `post ${PAGE}/publications`, row: 'admin writes', send: () => ({ body: {} }) },
  { route: `get ${PAGE}/targets`, row: 'admin reads' },
  { route: `post ${PAGE}/targets`, row: 'admin writes', send: () => ({ body: folder() }) },
  { route: `patch ${PAGE}/targets/{target}`, row: 'admin writes', ready: target, send: () => ({ body: { name: uuidv7() } }) },
  { route: `post ${PAGE}/targets/{target}/push`, row: 'admin writes', ready: target, send: () => ({ body: {} }) },
  { route: `delete ${PAGE}/targets/{target}`, row: 'admin writes', ready: target },
];

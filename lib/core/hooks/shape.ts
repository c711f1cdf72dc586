import type { HookNews } from './hook-news';
import { shapeDiscord } from './shape-discord';
import { shapeMattermost } from './shape-mattermost';
import { shapeSlack } from './shape-slack';
import { shapeStandard } from './shape-standard';
import { shapeTeams } from './shape-teams';

export const HOOK_SHAPES = ['standard', 'slack', 'teams', 'discord', 'mattermost'] as const;
export type HookShape = (typeof HOOK_SHAPES)[number];

const SHAPES: Record<HookShape, (news: HookNews, url: string) => object> = {
  standard: shapeStandard,
  slack: shapeSlack,
  teams: shapeTeams,
  discord: shapeDiscord,
  mattermost: shapeMattermost,
};

/** The body of a message in the shape that its receiver reads; `publicUrl` is where links lead. */
export const shaped = (shape: HookShape, news: HookNews, publicUrl: string): object =>
  SHAPES[shape](news, news.incident ? `${publicUrl}/incidents/${news.incident.key}` : publicUrl);

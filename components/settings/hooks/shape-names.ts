import type { HookShape } from '@/lib/core/hooks/shape';

export const SHAPE_NAMES: Record<HookShape, string> = {
  standard: 'Program (signed JSON)',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  mattermost: 'Mattermost',
};

import { demoComponents, type ComponentIds, type ComponentName } from './demo-components';
import type { Stage } from './stage';

const SETTINGS = {
  name: 'Halden Goods',
  about:
    'How the shop and the partner API of Halden Goods are doing. This page belongs to a demo: company and customers are made up.',
  supportUrl: 'https://shop.demo.example/help',
};

/** Makes the status page of the demo: its name, its groups, its components. */
export async function makePage({ services: { status }, callers: { sofia } }: Stage): Promise<ComponentIds> {
  await status.changePage(sofia, SETTINGS);
  const groups = new Map<string, string>();
  const made: Partial<ComponentIds> = {};
  for (const [key, { group, ...component }] of Object.entries(demoComponents)) {
    const groupId = groups.get(group) ?? (await status.createGroup(sofia, { name: group })).id;
    groups.set(group, groupId);
    made[key as ComponentName] = (await status.createComponent(sofia, { ...component, groupId })).id;
  }
  return made as ComponentIds;
}

import type { AffectedComponent } from '@/lib/core/status/component-state';
import { refuse, type Meta, type Refusal } from './command';
import type { Audience } from './state';

type Wanted = Pick<AffectedComponent, 'componentId' | 'state'>;

/** The components of an update with their names; refuses one that is gone, named twice, or not for this audience. */
export function affectedComponents(
  wanted: readonly Wanted[],
  audience: Audience,
  meta: Pick<Meta, 'component'>,
): { ok: true; components: AffectedComponent[] } | Refusal {
  const components: AffectedComponent[] = [];
  for (const { componentId, state } of wanted) {
    const known = meta.component(componentId);
    if (!known)
      return refuse('not_found', 'One of the components is not on the status page any more. Leave it out, or choose it anew.');
    const { name, isPublic } = known;
    if (components.some((one) => one.componentId === componentId)) {
      return refuse('invalid', `${name} is named twice. Give it one state.`);
    }
    if (audience === 'public' && !isPublic) {
      return refuse('rule', `The public does not see ${name}. Leave it out, or show it under Settings, Status page.`);
    }
    components.push({ componentId, name, state });
  }
  return { ok: true, components };
}

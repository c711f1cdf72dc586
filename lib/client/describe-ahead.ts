import { apply } from '@/lib/core/incident/apply';
import { describe } from '@/lib/core/incident/describe';
import type { CommandInput, CommandName } from '@/lib/core/incident/registry';
import { drawOne } from './redraw';
import { actorOf, type Looking } from './offers';

const TRIED = '00000000-0000-7000-8000-000000000000';

/** What the log would say of this command, were it asked now, or why it is refused. Nothing is written or queued. */
export function describeAhead<N extends CommandName>(
  view: Looking,
  name: N,
  input: CommandInput<N>,
  at: string | null = null,
): { line: string } | { refusal: string } {
  const writtenAt = new Date(Date.now() + view.clockOffsetMs).toISOString();
  const drawn = drawOne(
    view.drawn,
    { id: TRIED, name, input, at, writtenAt, body: null },
    {
      actor: actorOf(view.me),
      person: (userId) => view.directory.find((one) => one.userId === userId) ?? null,
      component: (id) => view.components.find((one) => one.componentId === id) ?? null,
    },
  );
  if (!Array.isArray(drawn)) return { refusal: drawn.message };
  const state = drawn.reduce((incident, event) => apply(incident, event), view.drawn);
  return { line: drawn.map((event) => describe(state, event)).join('\n') };
}

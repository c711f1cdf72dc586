import type { Status } from '@/lib/core/incident/state';
import { wouldSay } from '../offers';
import type { Acting } from './acting';

/** Sets the status at once where the rules agree; where they ask for something, the form for it opens. */
export function setStatus({ view, ui, ask }: Acting, to: Status) {
  const input = { status: to, was: view().drawn.status };
  const said = wouldSay(view(), 'incident.set-status', input);
  if (said.ok || said.code === 'forbidden') ask('incident.set-status', input);
  else ui().open({ name: 'status', to });
}

import type { EventOf, EventType } from './events';
import type { IncidentState } from './state';

/** How some kinds of event move the state. */
export type Appliers<T extends EventType> = { [K in T]: (state: IncidentState, event: EventOf<K>) => IncidentState };

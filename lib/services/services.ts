import { createIncidents } from './incident/incidents';
import type { IncidentDeps } from './incident/incident-deps';
import { createPeople } from './people/people';
import type { PeopleDeps } from './people/people-deps';

export type ServicesDeps = IncidentDeps & PeopleDeps;

/** Everything the product can do, one verb each. Built once per process: it holds the queue per incident. */
export function createServices(deps: ServicesDeps) {
  return { incidents: createIncidents(deps), people: createPeople(deps) };
}

export type Services = ReturnType<typeof createServices>;

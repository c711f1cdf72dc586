import { createDrafts } from './drafts/drafts';
import { createDeliveries } from './delivery/deliveries';
import { createHooks } from './hooks/hooks';
import { createIncidents } from './incident/incidents';
import type { IncidentDeps } from './incident/incident-deps';
import { TELLS_NOBODY, type Telling } from './notifications/notice-deps';
import { createNotifications } from './notifications/notifications';
import { createPeople } from './people/people';
import type { PeopleDeps } from './people/people-deps';
import { createPublishing } from './publishing/publishing';
import type { PublishingDeps } from './publishing/publishing-deps';
import { createPreviewUpdate } from './updates/preview-update';
import { createStatus } from './status/status';
import type { StatusDeps } from './status/status-deps';
import { createSubscribers } from './subscribers/subscribers';
import type { SubscribersDeps } from './subscribers/subscribers-deps';

export type ServicesDeps = IncidentDeps & PeopleDeps & StatusDeps & PublishingDeps & SubscribersDeps & { telling?: Telling };

/** Everything the product can do, one verb each. Built once per process: it holds the queue per incident. */
export function createServices(deps: ServicesDeps) {
  const incidents = createIncidents(deps);
  const noticeDeps = { ...deps, ...(deps.telling ?? TELLS_NOBODY), present: incidents.present };
  return {
    incidents,
    people: createPeople(deps),
    drafts: createDrafts(deps, incidents.takePart),
    updates: { previewUpdate: createPreviewUpdate(deps, incidents.takePart) },
    status: createStatus(deps),
    publishing: createPublishing(deps),
    subscribers: createSubscribers(deps),
    deliveries: createDeliveries(deps),
    notifications: createNotifications(noticeDeps),
    hooks: createHooks(noticeDeps),
  };
}

export type Services = ReturnType<typeof createServices>;

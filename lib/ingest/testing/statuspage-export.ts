const page = {
  id: 'kctbh9vrtdwd',
  name: 'Acme',
  url: 'https://status.acme.example',
  time_zone: 'Etc/UTC',
  updated_at: '2026-11-20T10:00:00.000Z',
};

const component = (id: string, name: string, more: object = {}) => ({
  ...{ id, name, status: 'operational', created_at: '2024-01-02T10:00:00.000Z', updated_at: '2026-11-20T10:00:00.000Z' },
  ...{ position: 1, description: null, showcase: true, start_date: '2024-01-02', group_id: null, page_id: page.id },
  ...{ group: false, only_show_if_degraded: false, ...more },
});

const group = component('g0apis', 'APIs', { group: true, components: ['c1rest', 'c2hook'] });
const components = [
  group,
  component('c1rest', 'REST API', { group_id: 'g0apis', description: 'Everything under api.acme.example' }),
  component('c2hook', 'Webhooks', { group_id: 'g0apis', status: 'degraded_performance' }),
  component('c3shop', 'Shop'),
];

const update = (id: string, status: string, at: string, body: string, affected: [code: string, from: string, to: string][]) => ({
  ...{ id, status, body, incident_id: 'inc1', created_at: at, updated_at: at, display_at: at, deliver_notifications: true },
  affected_components: affected.map(([code, old_status, new_status]) => ({ code, name: code, old_status, new_status })),
  ...{ custom_tweet: null, tweet_id: null },
});

/** `incidents.json` of the public v2 API. */
export const statuspageIncidents = {
  page,
  incidents: [
    {
      ...{ id: 'inc1', name: 'Elevated errors of the REST API', status: 'postmortem', impact: 'major', page_id: page.id },
      ...{
        created_at: '2026-10-01T08:00:00.000Z',
        started_at: '2026-10-01T07:55:00.000Z',
        updated_at: '2026-10-02T08:00:00.000Z',
      },
      ...{ monitoring_at: null, resolved_at: '2026-10-01T09:30:00.000Z', shortlink: 'https://stspg.io/inc1' },
      incident_updates: [
        update('u4', 'postmortem', '2026-10-02T08:00:00.000Z', 'What happened: a queue was full.', []),
        update('u3', 'resolved', '2026-10-01T09:30:00.000Z', 'It is over.', []),
        update('u2', 'identified', '2026-10-01T08:20:00.000Z', 'A queue is full.', [
          ['c1rest', 'major_outage', 'partial_outage'],
        ]),
        update('u1', 'investigating', '2026-10-01T08:00:00.000Z', 'We look into it.', [
          ['c1rest', 'operational', 'major_outage'],
        ]),
      ],
      components: [components[1]],
    },
    {
      ...{ id: 'inc2', name: 'Webhooks are late', status: 'monitoring', impact: 'minor', page_id: page.id },
      ...{ created_at: '2026-11-20T09:00:00.000Z', started_at: '2026-11-20T09:00:00.000Z', resolved_at: null },
      incident_updates: [
        update('u5', 'monitoring', '2026-11-20T09:10:00.000Z', 'They catch up.', [
          ['c2hook', 'operational', 'degraded_performance'],
        ]),
      ],
      components: [components[2]],
    },
  ],
};

/** `summary.json` of the public v2 API. */
export const statuspageSummary = {
  page,
  components,
  incidents: [statuspageIncidents.incidents[1]],
  scheduled_maintenances: [],
  status: { indicator: 'minor', description: 'Partially Degraded Service' },
};

/** `scheduled-maintenances.json` of the public v2 API. */
export const statuspageMaintenance = {
  page,
  scheduled_maintenances: [
    {
      ...{ id: 'mnt1', name: 'Database upgrade', status: 'completed', impact: 'maintenance', page_id: page.id },
      ...{
        scheduled_for: '2026-09-01T22:00:00.000Z',
        scheduled_until: '2026-09-01T23:00:00.000Z',
        created_at: '2026-08-20T10:00:00.000Z',
      },
      incident_updates: [
        update('u7', 'completed', '2026-09-01T22:40:00.000Z', 'Done.', []),
        update('u6', 'scheduled', '2026-08-20T10:00:00.000Z', 'We upgrade the database.', []),
      ],
      components: [components[1]],
    },
  ],
};

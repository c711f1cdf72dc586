const meta = {
  pagination: {
    total: 2,
    count: 2,
    per_page: 20,
    current_page: 1,
    total_pages: 1,
    links: { next_page: null, previous_page: null },
  },
};
const times = { created_at: '2026-10-01 08:00:00', updated_at: '2026-10-01 09:30:00' };

/** `/api/v1/components/groups` of version 2. */
export const cachetGroups = {
  meta,
  data: [{ id: 1, name: 'APIs', order: 1, collapsed: 0, visible: 1, ...times, enabled_components: [] }],
};

/** `/api/v1/components` of version 2. */
export const cachetComponents = {
  meta,
  data: [
    {
      id: 1,
      name: 'REST',
      description: 'The API',
      link: '',
      status: 1,
      order: 1,
      group_id: 1,
      enabled: true,
      ...times,
      status_name: 'Operational',
      tags: [],
    },
    {
      id: 2,
      name: 'Shop',
      description: '',
      link: '',
      status: 3,
      order: 2,
      group_id: 0,
      enabled: true,
      ...times,
      status_name: 'Partial Outage',
      tags: [],
    },
  ],
};

/** `/api/v1/incidents` of version 2. */
export const cachetIncidents = {
  meta,
  data: [
    {
      ...{
        id: 7,
        component_id: 1,
        component_status: 4,
        name: 'REST is down',
        status: 4,
        visible: 1,
        stickied: false,
        notifications: true,
      },
      ...{
        message: 'We **look** into it.',
        occurred_at: '2026-10-01 08:00:00',
        ...times,
        deleted_at: null,
        human_status: 'Fixed',
      },
      permalink: 'http://status.acme.example/incidents/7',
      updates: [
        {
          id: 2,
          incident_id: 7,
          status: 4,
          message: 'It works again.',
          created_at: '2026-10-01 09:30:00',
          human_status: 'Fixed',
        },
        { id: 1, incident_id: 7, status: 2, message: 'A cable.', created_at: '2026-10-01 08:30:00', human_status: 'Identified' },
      ],
    },
  ],
};

/** `/api/v1/schedules` of version 2. */
export const cachetSchedules = {
  meta,
  data: [
    {
      ...{
        id: 5,
        name: 'New cables',
        message: 'We lay cables.',
        status: 0,
        scheduled_at: '2026-12-01 20:00:00',
        completed_at: null,
      },
      ...{ ...times, human_status: 'Upcoming', components: [{ id: 9, component_id: 1, component_name: 'REST' }] },
    },
  ],
};

const moment = (string: string) => ({ human: 'some time ago', string });

/** What version 3 answers: `/api/components` and `/api/incidents?include=updates`. */
export const cachet3 = [
  {
    data: [
      { id: '1', type: 'componentGroups', attributes: { name: 'APIs', order: 1, collapsed: { human: 'Collapsed', value: 0 } } },
    ],
  },
  {
    data: [
      {
        ...{ id: '1', type: 'components', relationships: { group: { data: { id: '1', type: 'componentGroups' } } } },
        attributes: { name: 'REST', description: 'The API', status: { human: 'Operational', value: 1 }, enabled: true },
      },
    ],
  },
  {
    data: [
      {
        ...{ id: '7', type: 'incidents', relationships: { updates: { data: [{ id: '21', type: 'incidentUpdates' }] } } },
        attributes: {
          ...{ name: 'REST is down', message: 'We look into it.', status: { human: 'Fixed', value: 4 } },
          ...{
            occurred: moment('2026-10-01 08:00:00'),
            created: moment('2026-10-01 08:01:00'),
            updated: moment('2026-10-01 09:30:00'),
          },
        },
      },
    ],
    included: [
      {
        ...{ id: '21', type: 'incidentUpdates' },
        attributes: { message: 'It works again.', status: { human: 'Fixed', value: 4 }, created: moment('2026-10-01 09:30:00') },
      },
    ],
    links: { self: 'https://status.acme.example/api/incidents' },
  },
];

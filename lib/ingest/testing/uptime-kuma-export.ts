/** What `/api/status-page/acme` answers. */
export const kumaPage = {
  config: {
    slug: 'acme',
    title: 'Acme',
    description: 'Us',
    icon: '/icon.svg',
    theme: 'auto',
    published: true,
    showTags: false,
    googleAnalyticsId: null,
  },
  incident: {
    ...{ id: 4, style: 'warning', title: 'Mail is late', content: 'We look **into** it.\nSoon more.', pin: true },
    ...{ createdDate: '2026-11-20 09:00:00', lastUpdatedDate: null },
  },
  publicGroupList: [
    {
      ...{ id: 1, name: 'Services', weight: 1 },
      monitorList: [
        { id: 11, name: 'Web', sendUrl: 0, type: 'http' },
        { id: 12, name: 'Mail', sendUrl: 0, type: 'port' },
      ],
    },
  ],
  maintenanceList: [
    {
      ...{ id: 3, title: 'New disks', description: 'We change disks.', strategy: 'single', active: true, status: 'ended' },
      timeslotList: [{ startDate: '2026-11-01T20:00:00.000Z', endDate: '2026-11-01T21:00:00.000Z' }],
    },
  ],
};

const beat = (status: number, time: string) => ({ status, time, msg: '', ping: status === 1 ? 23 : null });

/** What `/api/status-page/heartbeat/acme` answers. */
export const kumaHeartbeats = {
  heartbeatList: {
    '11': [
      beat(1, '2026-11-20 08:58:00.100'),
      beat(1, '2026-11-20 08:59:00.100'),
      beat(0, '2026-11-20 09:00:00.100'),
      beat(2, '2026-11-20 09:01:00.100'),
      beat(0, '2026-11-20 09:02:00.100'),
      beat(1, '2026-11-20 09:03:00.100'),
    ],
    '12': [beat(3, '2026-11-20 08:59:30.000'), beat(0, '2026-11-20 09:04:00.000')],
    '99': [beat(0, '2026-11-20 09:00:00.000')],
  },
  uptimeList: { '11_24': 0.99, '12_24': 0.5 },
};

/** A backup, as Settings of Uptime Kuma 1 writes it. */
export const kumaBackup = {
  version: '1.23.13',
  notificationList: [],
  monitorList: [
    { id: 1, name: 'Europe', type: 'group', parent: null, active: true },
    { id: 2, name: 'Web', type: 'http', url: 'https://acme.example', parent: 1, active: true, description: 'behind 10.0.0.7' },
    { id: 3, name: 'Queue', type: 'port', hostname: 'queue.internal', parent: null, active: true },
  ],
};

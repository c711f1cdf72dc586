import type { MaintenanceRow, StatusRows, UpdateRow } from '../status-rows';

/** A page with nothing on it. */
export const emptyRows = (over: Partial<StatusRows> = {}): StatusRows => ({
  audience: 'public',
  page: { name: 'Status', about: '', url: null, timeZone: 'UTC', visibility: 'public', supportUrl: null },
  ...{ groups: [], components: [], changes: [], incidents: [], updates: [], maintenances: [], notices: [] },
  ...over,
});

export const componentRow = (id: string, over: Partial<StatusRows['components'][number]> = {}) => ({
  ...{ id, name: `Component ${id}`, description: null, groupId: null, position: 0, isPublic: true },
  createdAt: '2026-01-01T00:00:00.000Z',
  ...over,
});

export const incidentRow = (id: string, over: Partial<StatusRows['incidents'][number]> = {}) => ({
  ...{ id, title: `Title of ${id}`, impact: null, postmortemUrl: null, postmortemAt: null },
  ...over,
});

export const updateRow = (id: string, over: Partial<UpdateRow> = {}): UpdateRow => ({
  ...{ id, incidentId: 'i1', phase: 'investigating', text: `Text of ${id}`, editedAt: null, components: [], isInternal: false },
  at: '2026-11-20T10:00:00.000Z',
  ...over,
});

export const maintenanceRow = (id: string, over: Partial<MaintenanceRow> = {}): MaintenanceRow => ({
  ...{ id, title: `Maintenance ${id}`, text: 'We move.', phase: 'scheduled', componentIds: [], updates: [] },
  ...{ startsAt: '2026-11-20T10:00:00.000Z', endsAt: '2026-11-20T12:00:00.000Z' },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' },
  ...over,
});

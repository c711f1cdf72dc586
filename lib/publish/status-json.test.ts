import { expect, it } from 'vitest';
import * as z from 'zod';
import { composeStatus } from '@/lib/core/status/compose-status';
import { emptyRows } from '@/lib/core/status/testing/status-rows';
import { renderSite } from './render-site';
import { NOW, sampleStatus } from './testing/sample-status';

// The shape that Statuspage documents for its pages (api/v2), every field; what is not named is refused.
const Id = z.string().regex(/^[a-z0-9]{12}$/);
const Time = z.iso.datetime();
const MaybeTime = Time.nullable();
const State = z.enum(['operational', 'degraded_performance', 'partial_outage', 'major_outage', 'under_maintenance']);
const Indicator = z.enum(['none', 'minor', 'major', 'critical', 'maintenance']);

const Page = z.strictObject({ id: Id, name: z.string(), url: z.url(), time_zone: z.string(), updated_at: Time });
const Status = z.strictObject({ indicator: Indicator, description: z.string() });
const Component = z.strictObject({
  ...{ id: Id, name: z.string(), status: State, created_at: Time, updated_at: Time, position: z.int() },
  ...{ description: z.string().nullable(), showcase: z.boolean(), start_date: z.iso.date().nullable(), group_id: Id.nullable() },
  ...{ page_id: Id, group: z.boolean(), only_show_if_degraded: z.boolean(), components: z.array(Id).optional() },
});
const Affected = z.strictObject({ code: Id.nullable(), name: z.string(), old_status: State, new_status: State });
const updateOf = (status: z.ZodType) =>
  z.strictObject({
    ...{ id: Id, status, body: z.string(), incident_id: Id, created_at: Time, updated_at: Time, display_at: Time },
    ...{ affected_components: z.array(Affected), deliver_notifications: z.boolean() },
    ...{ custom_tweet: z.string().nullable(), tweet_id: z.int().nullable() },
  });
const commonOf = (status: z.ZodType) => ({
  ...{ id: Id, name: z.string(), status, created_at: Time, updated_at: Time, monitoring_at: MaybeTime, resolved_at: MaybeTime },
  ...{ shortlink: z.url(), started_at: Time, page_id: Id, incident_updates: z.array(updateOf(status)).min(1) },
  ...{ components: z.array(Component), reminder_intervals: z.string().nullable(), postmortem_body: z.string().nullable() },
  ...{ postmortem_body_last_updated_at: MaybeTime, postmortem_ignored: z.boolean(), postmortem_published_at: MaybeTime },
  ...{ postmortem_notified_subscribers: z.boolean(), postmortem_notified_twitter: z.boolean() },
});
const Incident = z.strictObject({
  ...commonOf(z.enum(['investigating', 'identified', 'monitoring', 'resolved'])),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
});
const Maintenance = z.strictObject({
  ...commonOf(z.enum(['scheduled', 'in_progress', 'verifying', 'completed'])),
  ...{ impact: z.literal('maintenance'), scheduled_for: Time, scheduled_until: Time },
});

const page = { page: Page };
const incidents = z.strictObject({ ...page, incidents: z.array(Incident) });
const maintenances = z.strictObject({ ...page, scheduled_maintenances: z.array(Maintenance) });
const SHAPES: Record<string, z.ZodType> = {
  summary: z.strictObject({
    ...{ ...page, status: Status, components: z.array(Component) },
    ...{ incidents: z.array(Incident), scheduled_maintenances: z.array(Maintenance) },
  }),
  status: z.strictObject({ ...page, status: Status }),
  components: z.strictObject({ ...page, components: z.array(Component) }),
  incidents,
  'incidents/unresolved': incidents,
  'scheduled-maintenances': maintenances,
  'scheduled-maintenances/upcoming': maintenances,
  'scheduled-maintenances/active': maintenances,
};

const full = renderSite(sampleStatus(), 'https://warroom.example');
const empty = renderSite(composeStatus(emptyRows(), NOW), 'https://warroom.example');
const json = (files: typeof full, name: string) => JSON.parse(files.get(`api/v2/${name}.json`) ?? 'null');

it.each(Object.keys(SHAPES))('%s.json has the shape that Statuspage documents, full and empty', (name) => {
  expect(SHAPES[name]?.safeParse(json(full, name)).error).toBeUndefined();
  expect(SHAPES[name]?.safeParse(json(empty, name)).error).toBeUndefined();
});

it('sorts what belongs where', () => {
  const names = (file: string, list: string) => json(full, file)[list].map((one: { name: string }) => one.name);
  expect(names('incidents/unresolved', 'incidents')).toEqual(['Payments are declined']);
  expect(names('incidents', 'incidents')).toEqual(['Payments are declined', 'Search is slow', 'Orders were not accepted']);
  expect(names('scheduled-maintenances/active', 'scheduled_maintenances')).toEqual(['Mail moves to new machines']);
  expect(names('scheduled-maintenances/upcoming', 'scheduled_maintenances')).toEqual(['Database upgrade']);
  expect(names('scheduled-maintenances', 'scheduled_maintenances')).not.toContain('Called off');
  const { status, components } = json(full, 'summary');
  expect(status).toEqual({ indicator: 'major', description: 'Partial outage: Payments API' });
  const [group] = components;
  expect(group).toMatchObject({ group: true, name: 'Paying', status: 'partial_outage' });
  const members = components.filter((one: { group_id: string }) => one.group_id === group.id);
  expect(members.map((one: { id: string }) => one.id)).toEqual(group.components);
  const [running, past] = json(full, 'incidents').incidents;
  expect(running).toMatchObject({ postmortem_body: null, postmortem_published_at: null });
  expect(past).toMatchObject({
    postmortem_body: 'https://acme.example/postmortems/search?a=1&b=2',
    postmortem_published_at: '2026-11-18T10:00:00.000Z',
  });
  const [incident] = json(full, 'incidents/unresolved').incidents;
  expect(incident.incident_updates[0].affected_components).toMatchObject([
    { old_status: 'major_outage', new_status: 'partial_outage' },
  ]);
});

import * as z from 'zod/mini';
import { ComponentState } from '@/lib/core/status/component-state';
import { MAINTENANCE_PHASES, type MaintenancePhase } from '@/lib/core/status/maintenance-phase';
import type { Instant } from '@/lib/core/ids';
import { InstantInput, line, optionalProse, orNull, prose } from '@/lib/core/text';
import { TimeZone } from '@/lib/core/time-zone';

/** A web address that readers of the status page are sent to. */
const WebAddress = z.string().check(
  z.trim(),
  z.maxLength(500, { error: 'A web address has at most 500 characters.' }),
  z.refine((text) => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text), {
    error: 'Give a web address such as https://example.org.',
  }),
);

/** What the status page says of itself; kept in the table `setting` as JSON under `STATUS_PAGE_SETTING`. */
export const StatusPageSettings = z.object({
  name: z._default(line(80), 'Status'),
  about: z._default(optionalProse(1000), ''),
  /** The product that the page is about. */
  url: orNull(WebAddress),
  /** What programs are told; the bars and the history by month are those of UTC. */
  timeZone: z._default(TimeZone, 'UTC'),
  /** `private`: for signed-in staff alone. */
  visibility: z._default(z.enum(['public', 'private'], { error: 'Choose public or private.' }), 'public'),
  /** Where readers get help. */
  supportUrl: orNull(WebAddress),
});
export type StatusPageSettings = z.output<typeof StatusPageSettings>;

export const STATUS_PAGE_SETTING = 'status_page';

/** What is left out stays as it is. */
export const ChangeStatusPageInput = z.strictObject({
  name: z.optional(line(80)),
  about: z.optional(optionalProse(1000)),
  url: z.optional(z.nullable(WebAddress)),
  timeZone: z.optional(TimeZone),
  visibility: z.optional(z.enum(['public', 'private'], { error: 'Choose public or private.' })),
  supportUrl: z.optional(z.nullable(WebAddress)),
});
export type ChangeStatusPageInput = z.output<typeof ChangeStatusPageInput>;

const Id = z.uuid({ error: 'This is no id.' });
const Name = line(80);
const Components = z.array(Id).check(
  z.maxLength(200, { error: 'Name at most 200 components.' }),
  z.refine((ids) => new Set(ids).size === ids.length, { error: 'Name each component once.' }),
);

export const GroupInput = z.strictObject({ name: Name });
export type GroupInput = z.output<typeof GroupInput>;

/** Before which other it is to stand; null: last. */
export const MoveGroupInput = z.strictObject({ beforeId: z.nullable(Id) });
export type MoveGroupInput = z.output<typeof MoveGroupInput>;

export const CreateComponentInput = z.strictObject({
  name: Name,
  description: orNull(line(300)),
  groupId: orNull(Id),
  isPublic: z._default(z.boolean(), true),
});
export type CreateComponentInput = z.output<typeof CreateComponentInput>;

/** What is left out stays as it is. */
export const ChangeComponentInput = z.strictObject({
  name: z.optional(Name),
  description: z.optional(z.nullable(line(300))),
  isPublic: z.optional(z.boolean()),
});
export type ChangeComponentInput = z.output<typeof ChangeComponentInput>;

/** Into which group (null: without one), before which component of it; null: last. */
export const MoveComponentInput = z.strictObject({ groupId: z.nullable(Id), beforeId: z.nullable(Id) });
export type MoveComponentInput = z.output<typeof MoveComponentInput>;

/** `at`: since when it is so; now unless said, never in the future. */
export const SetComponentStateInput = z.strictObject({ state: ComponentState, at: orNull(InstantInput) });
export type SetComponentStateInput = z.output<typeof SetComponentStateInput>;

export type ComponentGroup = { id: string; name: string };

/** A component as those see it who keep the page. */
export type PageComponent = {
  id: string;
  name: string;
  description: string | null;
  groupId: string | null;
  isPublic: boolean;
  state: ComponentState;
  /** Since when it is in this state; null where nobody ever said anything of it. */
  since: Instant | null;
};

/** Groups and components in the order of the page. Components without a group stand before the groups. */
export type ComponentList = { groups: ComponentGroup[]; components: PageComponent[] };

/** `incidents`: keys of those still running that name it, as far as the caller may see them. */
export type ComponentRemoved = { incidents: string[] };

const Phase = z.enum(MAINTENANCE_PHASES, { error: `Choose one of ${MAINTENANCE_PHASES.join(', ')}.` });

const LastsForward = { error: 'It must end after it begins.', path: ['endsAt'] };

export const ScheduleMaintenanceInput = z
  .strictObject({
    title: line(120),
    text: prose(5000),
    startsAt: InstantInput,
    endsAt: InstantInput,
    componentIds: z._default(Components, []),
    isPublic: z._default(z.boolean(), true),
  })
  .check(z.refine(({ startsAt, endsAt }) => startsAt < endsAt, LastsForward));
export type ScheduleMaintenanceInput = z.output<typeof ScheduleMaintenanceInput>;

/** What is left out stays as it is. `text` corrects the first word about it, which is then marked as edited. */
export const ChangeMaintenanceInput = z.strictObject({
  title: z.optional(line(120)),
  text: z.optional(prose(5000)),
  startsAt: z.optional(InstantInput),
  endsAt: z.optional(InstantInput),
  componentIds: z.optional(Components),
  isPublic: z.optional(z.boolean()),
});
export type ChangeMaintenanceInput = z.output<typeof ChangeMaintenanceInput>;

export const UpdateMaintenanceInput = z.strictObject({ phase: Phase, text: prose(5000) });
export type UpdateMaintenanceInput = z.output<typeof UpdateMaintenanceInput>;

export const CorrectMaintenanceUpdateInput = z.strictObject({ text: prose(5000) });
export type CorrectMaintenanceUpdateInput = z.output<typeof CorrectMaintenanceUpdateInput>;

export type MaintenanceUpdate = {
  id: string;
  phase: MaintenancePhase;
  text: string;
  at: Instant;
  correctedAt: Instant | null;
};

/** `updates`: newest first. The oldest says what `text` says. */
export type Maintenance = {
  id: string;
  title: string;
  text: string;
  startsAt: Instant;
  endsAt: Instant;
  phase: MaintenancePhase;
  componentIds: string[];
  isPublic: boolean;
  createdAt: Instant;
  updates: MaintenanceUpdate[];
};

export const PinNoticeInput = z.strictObject({
  text: prose(1000),
  isPublic: z._default(z.boolean(), true),
  /** Until when it stands; null: until somebody ends it. */
  endsAt: orNull(InstantInput),
});
export type PinNoticeInput = z.output<typeof PinNoticeInput>;

/** What is left out stays as it is. */
export const ChangeNoticeInput = z.strictObject({
  text: z.optional(prose(1000)),
  isPublic: z.optional(z.boolean()),
  endsAt: z.optional(z.nullable(InstantInput)),
});
export type ChangeNoticeInput = z.output<typeof ChangeNoticeInput>;

export type Notice = {
  id: string;
  text: string;
  isPublic: boolean;
  createdAt: Instant;
  endsAt: Instant | null;
  editedAt: Instant | null;
};

export const IMPORT_SOURCES = ['statuspage', 'uptime-kuma', 'cachet'] as const;
export const ImportSource = z.enum(IMPORT_SOURCES, { error: `Choose one of ${IMPORT_SOURCES.join(', ')}.` });
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** The most that an import may weigh. */
export const IMPORT_MAX_BYTES = 10 * 1024 * 1024;

/** Either `documents`, the parsed JSON of what was exported, or the address of a public page to read it from. */
export const ImportInput = z.strictObject({
  source: ImportSource,
  documents: z.optional(z.array(z.unknown()).check(z.minLength(1), z.maxLength(50))),
  address: z.optional(WebAddress),
});
export type ImportInput = z.output<typeof ImportInput>;

/** How many of something came in, or would: new ones, changed ones, and those that are here already. */
export type ImportCount = { added: number; changed: number; known: number };

/** What an import brings in, or brought. */
export type ImportReport = {
  groups: ImportCount;
  components: ImportCount;
  incidents: ImportCount;
  maintenance: ImportCount;
  /** Times at which the state of a component changed. */
  changes: ImportCount;
  /** Names to recognise it by: the first few new components and incidents. */
  names: { components: string[]; incidents: string[] };
  earliest: Instant | null;
  latest: Instant | null;
  /** What could not be used, in words. */
  leftOut: string[];
};

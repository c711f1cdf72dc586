import * as z from 'zod/mini';

export const IncidentId = z.uuid().brand<'IncidentId'>();
export type IncidentId = z.infer<typeof IncidentId>;

export const UserId = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const HypothesisId = z.uuid().brand<'HypothesisId'>();
export type HypothesisId = z.infer<typeof HypothesisId>;

export const EvidenceId = z.uuid().brand<'EvidenceId'>();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const TaskId = z.uuid().brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;

export const UpdateId = z.uuid().brand<'UpdateId'>();
export type UpdateId = z.infer<typeof UpdateId>;

export const QuestionId = z.uuid().brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** A part of the product as the status page names it. */
export const ComponentId = z.uuid().brand<'ComponentId'>();
export type ComponentId = z.infer<typeof ComponentId>;

export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** An instant as UTC text with milliseconds, `2026-11-23T16:05:31.238Z`: sorts as text, compares as text. */
export type Instant = string & { readonly brand?: 'Instant' };

import * as z from 'zod/mini';
import { AUDIENCES, type Audience } from '@/lib/core/incident/state';

/** How large the shared document of a draft may become, in bytes. */
export const DRAFT_MAX_BYTES = 64 * 1024;

/** The names of what the shared document holds: a text per audience, and one map for everything else. */
export const DRAFT_FIELDS = 'fields';
export const draftTextOf = (audience: Audience): string => `text:${audience}`;
export const DRAFT_TEXTS = AUDIENCES.map(draftTextOf);

const FIELD = /^(?:typed|phase|title|next|component:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(?:team|stakeholders|public)$/;
const FIELDS_MAX = 500;

/** The map of the document: `typed`, `phase`, `title`, `next` and `component:ID`, each for one audience. */
export const DraftFields = z
  .record(z.string().check(z.regex(FIELD)), z.union([z.string().check(z.maxLength(400)), z.boolean()]))
  .check(z.refine((fields) => Object.keys(fields).length <= FIELDS_MAX));

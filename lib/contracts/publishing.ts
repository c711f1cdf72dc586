import * as z from 'zod/mini';
import type { Instant } from '@/lib/core/ids';
import { line, orNull } from '@/lib/core/text';

/** Each time the status page was written, or could not be. */
export type PublicationSummary = {
  id: string;
  at: Instant;
  /** Null where the clock, a start or a program brought it about. */
  actor: { id: string; name: string } | null;
  /** What brought it about: the type of an event, `settings`, `clock`, `start`, `asked`. */
  reason: string;
  /** SHA-256 over all files; empty where it failed. */
  hash: string;
  fileCount: number;
  sizeBytes: number;
  durationMs: number;
  error: string | null;
};
export type PublicationPage = {
  publications: PublicationSummary[];
  /** Ask with it for earlier ones; null at the end. */ next: string | null;
};

/** A folder of this machine, absolute: it becomes a link that is switched at once. */
const FolderConfig = z.strictObject({ path: line(1000) });

/** A bucket that speaks S3. `endpoint` without the bucket, which goes into the path. */
const S3Config = z.strictObject({
  endpoint: line(500),
  region: line(100),
  bucket: line(200),
  /** In front of every key; empty for none. */
  prefix: z.string().check(z.maxLength(200)),
  accessKeyId: line(200),
});

/** A branch of a git repository: https, ssh, or a folder of this machine. */
const GitConfig = z.strictObject({ url: line(1000), branch: line(200), userName: line(200) });

export const PublishTargetInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), name: line(100), config: FolderConfig, secret: orNull(line(5000)) }),
  z.strictObject({ kind: z.literal('s3'), name: line(100), config: S3Config, secret: orNull(line(5000)) }),
  z.strictObject({
    kind: z.literal('git'),
    name: line(100),
    config: GitConfig,
    secret: orNull(z.string().check(z.maxLength(20_000))),
  }),
]);
/** `secret`: none for a folder; the secret access key of a bucket; for git a token (https) or a private key (ssh), if any. */
export type PublishTargetInput = z.infer<typeof PublishTargetInput>;

/** What may change of a target; what is left out stays. A `secret` of null takes it away. */
export const PublishTargetChange = z.strictObject({
  name: z.optional(line(100)),
  config: z.optional(z.union([FolderConfig, S3Config, GitConfig])),
  secret: z.optional(z.nullable(z.string().check(z.maxLength(20_000)))),
  isEnabled: z.optional(z.boolean()),
});
export type PublishTargetChange = z.infer<typeof PublishTargetChange>;

export type PublishTargetKind = PublishTargetInput['kind'];

export type PublishTargetSummary = {
  id: string;
  kind: PublishTargetKind;
  name: string;
  config: PublishTargetInput['config'];
  hasSecret: boolean;
  isEnabled: boolean;
  /** Whether it holds what is published now. */
  isCurrent: boolean;
  pushedAt: Instant | null;
  /** When it is tried again; null where nothing waits. */
  dueAt: Instant | null;
  attempts: number;
  lastError: string | null;
};

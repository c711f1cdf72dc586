import path from 'node:path';
import * as z from 'zod';
import { allowedTargets } from '@/lib/connectors/allowed-targets';
import { StartupError } from '@/lib/startup-error';

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());

const webAddress = (example: string) =>
  z.string().refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: `is not a web address. Write it as ${example}`,
  });

const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port. Give a number between 1 and 65535.')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'is not a port. Give a number between 1 and 65535.');

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Variables = z.object({
  PORT: optional(Port),
  HOST: optional(z.string()),
  DATABASE_URL: optional(z.string()),
  WARROOM_DATA: optional(z.string()),
  WARROOM_SECRET: optional(z.string().min(16, 'is too short. Give at least 16 characters, for example: openssl rand -hex 32')),
  WARROOM_URL: optional(
    webAddress('https://warroom.example.com').refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', {
      error: 'has a path. Warroom needs an address of its own, such as https://warroom.example.com',
    }),
  ),
  WARROOM_SETUP_TOKEN: optional(z.string()),
  WARROOM_TRUSTED_PROXIES: optional(z.string()),
  WARROOM_OIDC_ISSUER: optional(webAddress('https://login.example.com')),
  WARROOM_OIDC_CLIENT_ID: optional(z.string()),
  WARROOM_OIDC_CLIENT_SECRET: optional(z.string()),
  WARROOM_OIDC_NAME: optional(z.string()),
  WARROOM_WEBHOOK_URL: optional(webAddress('https://hooks.example.com/warroom')),
  WARROOM_WEBHOOK_SECRET: optional(z.string().min(16, 'is too short. Give at least 16 characters.')),
  WARROOM_SMTP_URL: optional(
    z
      .string()
      .refine((value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '', {
        error: 'is not an address of a mail server. Write it as smtp://user:password@mail.example.com:587',
      }),
  ),
  WARROOM_MAIL_FROM: optional(
    z.string().regex(/^(?:[^<>\r\n"]{0,80}<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, {
      error: 'is not a sender. Write it as Warroom <status@example.com>',
    }),
  ),
  WARROOM_ALLOWED_TARGETS: optional(
    z.string().superRefine((value, context) => {
      try {
        allowedTargets(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: `is wrong: ${(error as Error).message}` });
      }
    }),
  ),
  REDIS_URL: optional(
    z.string().refine((value) => URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol), {
      error: 'is not an address of Redis. Write it as redis://host:6379',
    }),
  ),
  LOG_LEVEL: optional(z.enum(LEVELS, `is not a level. Choose one of ${LEVELS.join(', ')}.`)),
});

export type Environment = {
  port: number;
  host: string;
  /** Null: the embedded Postgres. */
  databaseUrl: string | null;
  /** As given, absolute; null: the default, which depends on who we are. */
  dataFolder: string | null;
  secret: string | null;
  publicUrl: string;
  /** Origins of pages that may change something. */
  allowedOrigins: string[];
  setupToken: string | null;
  trustedProxies: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  webhook: { url: string; secret: string | null } | null;
  /** The mail server, and whom mail comes from. */
  smtp: { url: string; from: string } | null;
  /** What inside of the network outgoing calls may reach. */
  allowedTargets: string;
  redisUrl: string | null;
  logLevel: (typeof LEVELS)[number];
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function oidcOf(given: z.output<typeof Variables>): Environment['oidc'] {
  const { WARROOM_OIDC_ISSUER: issuer, WARROOM_OIDC_CLIENT_ID: clientId, WARROOM_OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer && !clientId && !clientSecret) return null;
  if (issuer && clientId && clientSecret) {
    return { issuer, clientId, clientSecret, name: given.WARROOM_OIDC_NAME ?? new URL(issuer).hostname };
  }
  throw new StartupError(
    'WARROOM_OIDC_ISSUER, WARROOM_OIDC_CLIENT_ID and WARROOM_OIDC_CLIENT_SECRET belong together. Set all three, or none.',
  );
}

function smtpOf({ WARROOM_SMTP_URL: url, WARROOM_MAIL_FROM: from }: z.output<typeof Variables>): Environment['smtp'] {
  if (!url && !from) return null;
  if (url && from) return { url, from };
  throw new StartupError('WARROOM_SMTP_URL and WARROOM_MAIL_FROM belong together. Set both, or none.');
}

/** Reads the environment. Throws StartupError with one sentence about the first variable that is wrong. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartupError(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const given = parsed.data;
  const port = given.PORT ?? 3000;
  const publicUrl = new URL(given.WARROOM_URL ?? `http://localhost:${port}`).origin;
  const local = given.WARROOM_URL ? [] : LOOPBACK.map((name) => new URL(`http://${name}:${port}`).origin);
  const webhook = given.WARROOM_WEBHOOK_URL;
  return {
    port,
    host: given.HOST ?? '127.0.0.1',
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: given.WARROOM_DATA ? path.resolve(given.WARROOM_DATA) : null,
    secret: given.WARROOM_SECRET ?? null,
    publicUrl,
    allowedOrigins: [...new Set([publicUrl, ...local])],
    setupToken: given.WARROOM_SETUP_TOKEN ?? null,
    trustedProxies: given.WARROOM_TRUSTED_PROXIES ?? '',
    oidc: oidcOf(given),
    webhook: webhook ? { url: webhook, secret: given.WARROOM_WEBHOOK_SECRET ?? null } : null,
    smtp: smtpOf(given),
    allowedTargets: given.WARROOM_ALLOWED_TARGETS ?? '',
    redisUrl: given.REDIS_URL ?? null,
    logLevel: given.LOG_LEVEL ?? 'info',
  };
}

/** The environment for a program that we start: our own, with `extra` on top. */
export const childEnvironment = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => ({ ...process.env, ...extra });

/** Tells React, Next and the rest which of their two builds is meant; before any of them is loaded. */
export function settleMode(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' });
}

/** Whether npm started this process, and is to end with it. */
export const isRunByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;

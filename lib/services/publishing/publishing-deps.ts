import type { Pool } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Outside } from '../outside';

export type PublishingDeps = {
  pool: Pool;
  prisma: PrismaClient;
  clock: () => Date;
  /** Seals what targets are given to push with. */
  secret: string;
  /** The address of the installation: feeds and JSON name pages by their full address. */
  publicUrl: string;
  /** Our own folder: no target may lie in it. */
  dataFolder: string;
  /** Left out by programs that send nothing. */
  outside?: Outside;
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function nearestWithSchema(from: string): string {
  if (existsSync(path.join(from, 'prisma', 'schema.prisma'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The application folder was not found: no prisma/schema.prisma above the code.');
  return nearestWithSchema(parent);
}

/** The folder of the application, whether the code runs from its source or from the bundle. */
export const appRoot = nearestWithSchema(path.dirname(fileURLToPath(import.meta.url)));

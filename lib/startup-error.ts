/** Something the operator must change before Warroom can start. The message is the one line that they get to read. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Postgres and Node errors as one short line, without a stack. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || String((error as { code?: unknown }).code ?? error.name) : String(error);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}

/** The code of a system or Postgres error (`ENOENT`, `28P01`), or null. */
export function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

/** The environment for a program that we start: our own, with `extra` on top. */
export const childEnvironment = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => ({ ...process.env, ...extra });

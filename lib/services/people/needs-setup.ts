import type { PeopleParts } from './people-deps';

/** Whether nobody has an account yet: the first-run page makes the administrator. */
export const needsSetup = (parts: PeopleParts) => async (): Promise<boolean> => (await parts.prisma.user.findFirst()) === null;

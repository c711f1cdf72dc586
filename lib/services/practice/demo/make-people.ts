import type { Caller } from '@/lib/auth/caller';
import type { Account } from '@/lib/contracts/people';
import type { People } from '../../people/people';
import { demoPeople, type DemoPerson } from './demo-people';
import type { Cast } from './story';

const callerOf = ({ id, name, role }: Account): Caller => ({
  actor: { userId: id as never, name, role, via: 'system', scope: 'write' },
  sessionId: null,
  tokenId: null,
});

type Given = { people: People; setupToken: string; password: string };

async function join(people: People, admin: Caller, { role, email, name }: DemoPerson, password: string): Promise<Caller> {
  const { token } = await people.createInvitation(admin, { role, email });
  const client = { address: '127.0.0.1', userAgent: 'npm run demo' };
  const caller = callerOf((await people.acceptInvitation({ token, name, email, password, ...client })).user);
  await people.signOutEverywhere(caller, { tokens: true });
  return caller;
}

/** Makes the accounts of the demo the way people get theirs, all with one password, and leaves nobody signed in. */
export async function makePeople({ people, setupToken, password }: Given): Promise<Record<keyof Cast, Caller>> {
  const { sofia, ...others } = demoPeople;
  const { name, email } = sofia;
  const admin = callerOf((await people.setup({ token: setupToken, name, email, password })).user);
  await people.signOutEverywhere(admin, { tokens: true });
  const made: Partial<Record<keyof Cast, Caller>> = { sofia: admin };
  for (const [who, person] of Object.entries(others)) made[who as keyof Cast] = await join(people, admin, person, password);
  return made as Record<keyof Cast, Caller>;
}

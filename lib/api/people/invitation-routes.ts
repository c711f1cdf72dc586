import { AcceptInvitationInput, CreateInvitationInput, type CreatedInvitation } from '@/lib/contracts/people';
import { callerOf } from '../api-env';
import type { Router } from '../route';
import { clientIn, idIn, type PeopleRoutesDeps } from './people-routes-deps';

const PATH = '/api/v1/invitations';

export function mountInvitations(
  { route }: Router,
  { services: { people }, publicUrl, setSessionCookie }: PeopleRoutesDeps,
): void {
  const admins = { who: 'admin', tag: 'People' } as const;

  route({ ...admins, method: 'get', path: PATH, summary: 'List invitations and what became of them' }, async (c) =>
    c.json({ invitations: await people.listInvitations(callerOf(c)), nextCursor: null }),
  );
  route(
    {
      ...admins,
      method: 'post',
      path: PATH,
      input: CreateInvitationInput,
      status: 201,
      summary: 'Invite somebody: a link that works once within 72 hours',
    },
    async (c, { input }) => {
      const invitation = await people.createInvitation(callerOf(c), input);
      const link = new URL(`/invite/${invitation.token}`, publicUrl).href;
      return c.json({ ...invitation, link } satisfies CreatedInvitation, 201);
    },
  );
  route(
    { ...admins, method: 'delete', path: `${PATH}/{invitation}`, summary: 'Take an invitation back', status: 204 },
    async (c) => {
      await people.revokeInvitation(callerOf(c), idIn(c, 'invitation'));
      return c.body(null, 204);
    },
  );
  route(
    {
      method: 'post',
      path: `${PATH}/accept`,
      who: 'anyone',
      tag: 'People',
      status: 201,
      input: AcceptInvitationInput,
      summary: 'Make an account of an invitation, and sign in',
    },
    async (c, { input }) => {
      const { sessionId, user } = await people.acceptInvitation({ ...input, ...clientIn(c) });
      c.header('set-cookie', await setSessionCookie(sessionId));
      return c.json({ user }, 201);
    },
  );
}

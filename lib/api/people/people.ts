import type { Router } from '../route';
import { mountAccount } from './account-routes';
import { mountInvitations } from './invitation-routes';
import { mountMembers } from './member-routes';
import type { PeopleRoutesDeps } from './people-routes-deps';
import { mountSessions } from './session-routes';
import { mountSetup } from './setup-routes';
import { mountTokens } from './token-routes';

/** Everything about people, their sessions, tokens and invitations. */
export function mountPeople(router: Router, deps: PeopleRoutesDeps): void {
  mountSetup(router, deps);
  mountAccount(router, deps);
  mountMembers(router, deps);
  mountInvitations(router, deps);
  mountSessions(router, deps);
  mountTokens(router, deps);
}

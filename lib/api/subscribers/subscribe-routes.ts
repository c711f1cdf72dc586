import {
  ChooseComponentsInput,
  SubscribeByMailInput,
  SubscribeByWebhookInput,
  TokenInput,
  type SubscribedByWebhook,
} from '@/lib/contracts/subscribers';
import { shownSecretCookie } from '@/lib/contracts/shown-secret';
import type { Router } from '../route';
import { formRoute } from './form-route';
import type { SubscribersRoutesDeps } from './subscribers-routes-deps';

const PATH = '/api/v1/subscribe';
const managePage = (token: unknown, said?: string) =>
  `/subscribe/manage?token=${encodeURIComponent(String(token ?? ''))}${said ? `&said=${said}` : ''}`;

function mountSubscribing(router: Router, { subscribers, publicUrl }: SubscribersRoutesDeps): void {
  formRoute(router, {
    ...{ path: `${PATH}/mail`, input: SubscribeByMailInput, status: 202 },
    summary: 'Ask for updates by mail: a link is sent that confirms it',
    page: () => '/subscribe',
    async handle(c, input) {
      await subscribers.subscribeByMail(input, c.get('address'));
      // The same whoever it is: who subscribed is for nobody to find out.
      const detail = 'A mail with a link is on its way, if this address can be subscribed. Open it to confirm.';
      return { json: { detail }, goTo: '/subscribe?said=mailed' };
    },
  });
  formRoute(router, {
    ...{ path: `${PATH}/webhook`, input: SubscribeByWebhookInput, status: 201 },
    summary: 'Ask for signed calls of a webhook, which begin once it answered a test',
    page: () => '/subscribe?by=webhook',
    async handle(c, input) {
      const { secret, token } = await subscribers.subscribeByWebhook(input, c.get('address'));
      const goTo = managePage(token, 'webhook');
      const cookie = shownSecretCookie(secret, publicUrl.startsWith('https:'));
      const json: SubscribedByWebhook = { secret, manageUrl: new URL(managePage(token), publicUrl).href };
      return { json, goTo, cookie };
    },
  });
}

function mountManaging(router: Router, { subscribers }: SubscribersRoutesDeps): void {
  const page = ({ token }: Record<string, unknown>) => managePage(token);
  formRoute(router, {
    ...{ path: `${PATH}/confirm`, input: TokenInput, summary: 'Confirm a subscription with the token of its mail' },
    page: ({ token }) => `/subscribe/confirm?token=${encodeURIComponent(String(token ?? ''))}`,
    async handle(_c, { token }) {
      const confirmation = await subscribers.confirmSubscription(token);
      return {
        json: confirmation,
        goTo: managePage(confirmation.manageToken, confirmation.wasConfirmed ? 'known' : 'confirmed'),
      };
    },
  });
  formRoute(router, {
    ...{ path: `${PATH}/components`, input: ChooseComponentsInput, summary: 'Choose of which components to hear' },
    page,
    async handle(_c, input) {
      await subscribers.chooseComponents(input);
      return { json: {}, goTo: managePage(input.token, 'saved') };
    },
  });
  formRoute(router, {
    ...{ path: `${PATH}/unsubscribe`, input: TokenInput, summary: 'End a subscription' },
    page,
    async handle(_c, { token }) {
      const { wasEnded } = await subscribers.unsubscribe(token);
      return { json: { wasEnded }, goTo: managePage(token, wasEnded ? 'ended-before' : 'ended') };
    },
  });
}

/** RFC 8058: mail programs and services post here, from wherever they are, without a cookie or an origin of ours. */
function mountOneClick({ route }: Router, { subscribers }: SubscribersRoutesDeps): void {
  const oneClick = { path: `${PATH}/one-click`, who: 'anyone', tag: 'Subscribers', query: TokenInput } as const;
  route(
    {
      ...oneClick,
      method: 'post',
      fromAnywhere: true,
      summary: 'End a subscription from within a mail program',
      answers: ['text/plain'],
    },
    async (c, { query }) => {
      await subscribers.unsubscribe(query.token);
      return c.text('You are unsubscribed.\n');
    },
  );
  route(
    {
      ...oneClick,
      method: 'get',
      summary: 'The way from a mail to the page that ends it; changes nothing',
      answers: ['text/html'],
    },
    (c, { query }) => {
      const page = managePage(query.token);
      c.header('refresh', `0; url=${page}`);
      return c.html(`<!doctype html><title>Unsubscribe</title><p><a href="${page}">Go on to your subscription</a></p>`);
    },
  );
}

/** What anybody can do who wants updates, or no more of them. */
export function mountSubscribe(router: Router, deps: SubscribersRoutesDeps): void {
  mountSubscribing(router, deps);
  mountManaging(router, deps);
  mountOneClick(router, deps);
}

import { whenAvailable } from '../people/when-available';
import { announce } from './announce';
import { bounced } from './bounced';
import { callAnswered, receiverGone, secretOfCall } from './call-targets';
import { chooseComponents } from './choose-components';
import { confirmSubscription } from './confirm-subscription';
import { exportSubscribers } from './export-subscribers';
import { listSubscribers } from './list-subscribers';
import { mailFor } from './mail-for';
import { readSubscription } from './read-subscription';
import { removeSubscriber } from './remove-subscriber';
import { subscribeByMail } from './subscribe-by-mail';
import { subscribeByWebhook } from './subscribe-by-webhook';
import { subscribeOptions } from './subscribe-options';
import { subscribersParts, type SubscribersDeps } from './subscribers-deps';
import { sweepSubscribers } from './sweep-subscribers';
import { unsubscribe } from './unsubscribe';

/** Everything about those outside who want to be told, and what is told to them. Refusals are ServiceErrors. */
export function createSubscribers(deps: SubscribersDeps) {
  const parts = subscribersParts(deps);
  return {
    subscribeOptions: whenAvailable(subscribeOptions(parts)),
    subscribeByMail: whenAvailable(subscribeByMail(parts)),
    subscribeByWebhook: whenAvailable(subscribeByWebhook(parts)),
    confirmSubscription: whenAvailable(confirmSubscription(parts)),
    readSubscription: whenAvailable(readSubscription(parts)),
    chooseComponents: whenAvailable(chooseComponents(parts)),
    unsubscribe: whenAvailable(unsubscribe(parts)),
    listSubscribers: whenAvailable(listSubscribers(parts)),
    exportSubscribers: whenAvailable(exportSubscribers(parts)),
    removeSubscriber: whenAvailable(removeSubscriber(parts)),
    // For jobs, which try again by themselves.
    announce: announce(parts),
    mailFor: mailFor(parts),
    bounced: bounced(parts),
    secretOfCall: secretOfCall(parts),
    callAnswered: callAnswered(parts),
    receiverGone: receiverGone(parts),
    sweepSubscribers: sweepSubscribers(parts),
  };
}

export type Subscribers = ReturnType<typeof createSubscribers>;

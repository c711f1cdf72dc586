import { listPush } from '../push/list-push';
import { subscribePush } from '../push/subscribe-push';
import { unsubscribePush } from '../push/unsubscribe-push';
import { whenAvailable } from '../people/when-available';
import { listNotices } from './list-notices';
import { markRead } from './mark-read';
import type { NoticeDeps } from './notice-deps';
import { sweepNotices } from './sweep-notices';
import { tellOfEvent } from './tell-of-event';
import { tellOfTime } from './tell-of-time';

/** Everything about what one person should know, and how they hear of it. */
export function createNotifications(deps: NoticeDeps) {
  return {
    /** Whether mail can be sent to people. */
    hasMail: deps.hasMail,
    list: whenAvailable(listNotices(deps)),
    markRead: whenAvailable(markRead(deps)),
    listPush: whenAvailable(listPush(deps)),
    subscribePush: whenAvailable(subscribePush(deps)),
    unsubscribePush: whenAvailable(unsubscribePush(deps)),
    tellOfEvent: tellOfEvent(deps),
    tellOfTime: tellOfTime(deps),
    sweep: sweepNotices(deps),
  };
}

export type Notifications = ReturnType<typeof createNotifications>;

import type { SubscribePushInput } from '@/lib/contracts/notices';

const WORKER = '/push-worker.js';

/** Whether this browser can take push messages on this address at all. */
export const canPush = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The address at which this browser takes messages now; null for none. */
export async function pushedAt(): Promise<string | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription())?.endpoint ?? null;
}

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/**
 * Asks the person and the browser's push service. Call it on a press only. Answers with what the server needs, or with a
 * sentence about what stands in the way.
 */
export async function subscribeBrowser(publicKey: string): Promise<SubscribePushInput | string> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return 'This browser does not allow it. Allow notifications for this site in its settings first.';
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
    const key = { userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) };
    const earlier = await registration.pushManager.getSubscription();
    // One that was made under another key cannot be used any more.
    await earlier?.unsubscribe();
    const { endpoint, keys } = (await registration.pushManager.subscribe(key)).toJSON();
    if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return 'This browser gave no address for messages. Try another browser.';
    return { endpoint, keys: { p256dh: keys['p256dh'], auth: keys['auth'] } };
  } catch {
    return 'The push service of this browser does not answer. It may have none, or no way to the internet.';
  }
}

/** Ends it in the browser itself. */
export async function unsubscribeBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

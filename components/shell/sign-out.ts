import { toast } from '@/components/ui/toast';
import { postToAuth } from './auth-api';

/** Ends this session and leaves. Answers whether that worked; the browser is on its way then. */
export async function signOut(): Promise<boolean> {
  const next = await postToAuth('signout', {});
  if (next) {
    location.assign('/sign-in');
    return true;
  }
  toast.error('Signing out did not work, so you are still signed in. Check the connection and try again.');
  return false;
}

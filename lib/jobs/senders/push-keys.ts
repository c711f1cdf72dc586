import { createECDH } from 'node:crypto';
import { StartupError } from '@/lib/startup-error';

/** The pair of keys by which push services know this installation (VAPID, RFC 8292), base64url. */
export type PushKeys = { publicKey: string; privateKey: string };

/** The pair of a private key of 32 bytes, hexadecimal. Throws StartupError where it is none. */
export function pushKeysOf(kept: string): PushKeys {
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(kept, 'hex');
    return { publicKey: curve.getPublicKey('base64url'), privateKey: Buffer.from(kept, 'hex').toString('base64url') };
  } catch {
    throw new StartupError(
      'The file push-key in the data folder holds no key. Remove it: a new one is made, and browsers subscribe again.',
    );
  }
}

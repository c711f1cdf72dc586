import { hash, verify, type Options } from '@node-rs/argon2';
import { opaqueSecret } from './opaque-secret';

export type Passwords = {
  hash: (password: string) => Promise<string>;
  /** Compares at the same cost where there is nothing to compare with, and answers false. */
  verify: (stored: string | null, password: string) => Promise<boolean>;
};

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. Argon2id is the library's default.
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The same word typed on another keyboard can come as other code points (NIST SP 800-63B, 3.1.1.2).
const normal = (password: string) => password.normalize('NFKC');

/** Passwords by argon2id, about 15 ms each. */
export function argon2Passwords(): Passwords {
  const decoy = hash(opaqueSecret(''), COST);
  return {
    hash: (password) => hash(normal(password), COST),
    async verify(stored, password) {
      const matches = await verify(stored ?? (await decoy), normal(password));
      return matches && stored !== null;
    },
  };
}

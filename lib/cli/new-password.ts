import { randomBytes } from 'node:crypto';
import { openDatabase } from '@/lib/db/database';
import { createPeople } from '@/lib/services/people/people';
import { reasonOf, StartupError } from '@/lib/startup-error';
import { openConfigured } from './open-configured';

/** Gives the account with the address on the command line a new password and prints it; the application may run. */
async function main(): Promise<void> {
  const [email, ...more] = process.argv.slice(2);
  if (!email || more.length > 0) throw new StartupError('Say whose: npm run new-password -- ana@example.org');
  const configured = await openConfigured();
  try {
    const database = await openDatabase(configured.url);
    const secret = randomBytes(16).toString('hex');
    const people = createPeople({ ...database, secret, clock: () => new Date(), setupToken: null });
    const { password, sessionsEnded } = await people.replacePassword(email).finally(() => database.close());
    const ended = sessionsEnded === 1 ? 'One session was ended.' : `${sessionsEnded} sessions were ended.`;
    process.stdout.write(`The new password of ${email}: ${password}\n${ended} Change it under Settings, Profile.\n`);
  } finally {
    await configured.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`No password was changed: ${reasonOf(error)}\n`);
    process.exit(1);
  },
);

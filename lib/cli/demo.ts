import { openDatabase } from '@/lib/db/database';
import { demoPeople } from '@/lib/services/practice/demo/demo-people';
import { fillDemo } from '@/lib/services/practice/demo/fill-demo';
import { randomPassword } from '@/lib/services/people/random-password';
import { reasonOf } from '@/lib/startup-error';
import { openConfigured } from './open-configured';

async function main(): Promise<void> {
  const configured = await openConfigured({ make: true });
  try {
    const database = await openDatabase(configured.url);
    const password = randomPassword();
    await fillDemo(database, { password, now: new Date() }).finally(() => database.close());
    const people = Object.values(demoPeople).map(({ email, role, name }) => `  ${email.padEnd(20)} ${role.padEnd(10)} ${name}`);
    const lines = [
      `The demo is in ${configured.place}. Sign in as one of these:`,
      ...people,
      `Password of each: ${password}`,
      'A Warroom that runs on it shows it now. Otherwise start it with npm start and the same settings.',
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await configured.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The demo was not made: ${reasonOf(error)}\n`);
    process.exit(1);
  },
);

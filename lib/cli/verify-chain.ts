import pg from 'pg';
import { verifyChain } from '@/lib/services/incident/verify-chain';
import { codeOf, reasonOf, StartupError } from '@/lib/startup-error';
import { openConfigured } from './open-configured';

/** Reads one moment of the database, so that what is written meanwhile cannot look like a fault. */
async function verify(url: string): ReturnType<typeof verifyChain> {
  const client = new pg.Client({ connectionString: url, application_name: 'warroom-verify', connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await verifyChain(client);
  } catch (error) {
    if (codeOf(error) !== '42P01') throw error;
    throw new StartupError('This database was not made by Warroom, or by one that never started. Check DATABASE_URL.');
  } finally {
    await client.end();
  }
}

/** Prints the head of every incident, to be kept elsewhere, and every fault; answers with the exit code. */
async function main(): Promise<0 | 1> {
  const database = await openConfigured();
  try {
    const { incidents, events, heads, faults } = await verify(database.url);
    for (const { incident, seq, hash } of heads) process.stdout.write(`${incident} #${seq} ${hash}\n`);
    for (const { incident, seq, what } of faults) process.stderr.write(`${incident} #${seq}: ${what}\n`);
    const found = faults.length === 0 ? 'no fault' : `${faults.length} faults`;
    process.stdout.write(`${incidents} incidents, ${events} events: ${found}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`The history could not be verified: ${reasonOf(error)}\n`);
    process.exit(1);
  },
);

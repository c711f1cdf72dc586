import type { ImportInput, ImportSource } from '@/lib/contracts/status-page';
import type { ImportedHistory } from '@/lib/core/status/imported-history';
import { readCachet } from '@/lib/ingest/cachet';
import { readStatuspage } from '@/lib/ingest/statuspage';
import { readUptimeKuma } from '@/lib/ingest/uptime-kuma';
import { ServiceError } from '../errors';
import { fetchDocuments } from './fetch-documents';
import type { StatusDeps } from './status-deps';

const READERS: Record<ImportSource, (documents: readonly unknown[]) => ImportedHistory> = {
  statuspage: readStatuspage,
  'uptime-kuma': readUptimeKuma,
  cachet: readCachet,
};

const isEmpty = (history: ImportedHistory) =>
  [history.groups, history.components, history.incidents, history.maintenance].every((all) => all.length === 0);

const wrong = (path: string, message: string) => new ServiceError('invalid', message, { issues: [{ path, message }] });

/** What is to be imported, from the files that were sent or the address that was given. */
export async function readHistory(
  { readAddress }: StatusDeps,
  { source, documents, address }: ImportInput,
): Promise<ImportedHistory> {
  if ((documents === undefined) === (address === undefined)) {
    throw wrong('documents', 'Give either files or the address of a page.');
  }
  const read = documents ?? (await fetchDocuments(readAddress ?? null, source, address ?? ''));
  const history = READERS[source](read);
  if (!isEmpty(history)) return history;
  throw wrong(
    documents ? 'documents' : 'address',
    'Nothing in it could be read. Look whether the source is the right one, and the file whole.',
  );
}

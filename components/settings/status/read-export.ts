import { IMPORT_MAX_BYTES } from '@/lib/contracts/status-page';

type Read = { ok: true; documents: unknown[] } | { ok: false; message: string };

/** Files as parsed JSON, or why they cannot be used. */
export async function readExport(files: readonly File[]): Promise<Read> {
  const sizeBytes = files.reduce((sum, file) => sum + file.size, 0);
  if (sizeBytes > IMPORT_MAX_BYTES - 1024) {
    return { ok: false, message: 'Together these files are larger than 10 MB. Import them one after the other.' };
  }
  const documents: unknown[] = [];
  for (const file of files) {
    try {
      documents.push(JSON.parse(await file.text()));
    } catch {
      return { ok: false, message: `${file.name} is no JSON. Choose the file as it was exported.` };
    }
  }
  return { ok: true, documents };
}

import { uuidv7 } from 'uuidv7';
import { callApi, type ApiAnswer } from '@/components/shell/call-api';
import type { Severity } from '@/lib/core/incident/state';

export type Declaration = { title: string; severity: Severity; isPrivate: boolean };

type Declared = { incident: { key: string } };

/** Declares through the API. The same words sent again after a lost answer do not make a second incident. */
export function createDeclarer(): (declaration: Declaration) => Promise<ApiAnswer<Declared>> {
  let id = uuidv7();
  let sentText = '';
  return (declaration) => {
    const text = JSON.stringify(declaration);
    if (sentText !== '' && text !== sentText) id = uuidv7();
    sentText = text;
    return callApi<Declared>('POST', '/api/v1/incidents', { body: { id, ...declaration } });
  };
}

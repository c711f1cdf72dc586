import { callApi, type ApiAnswer } from '@/components/shell/call-api';

/** Opens a practice room from the recording. */
export const openPractice = (): Promise<ApiAnswer<{ key: string }>> => callApi('POST', '/api/v1/practice');

/** Removes a practice room; one that somebody else removed before is gone just as well. Answers why it could not be done. */
export async function removePractice(key: string): Promise<string | null> {
  const answer = await callApi<null>('DELETE', `/api/v1/practice/${key}`);
  return answer.ok || answer.problem?.code === 'not_found' ? null : answer.message;
}

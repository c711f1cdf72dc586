import type { IncidentEvent } from '@/lib/core/incident/events';
import { isRedaction, losesWords, withoutWords } from '@/lib/core/incident/words';

/** The window of events without the words that the latest of them take away. */
export function withRedactions(window: IncidentEvent[], latest: readonly IncidentEvent[]): IncidentEvent[] {
  const redactions = latest.filter(isRedaction);
  if (redactions.length === 0) return window;
  return window.map((event) => {
    const isRedacted = redactions.some((redaction) => redaction.seq > event.seq && losesWords(redaction, event));
    return isRedacted ? ({ ...event, data: withoutWords(event.type, event.data), redacted: true } as IncidentEvent) : event;
  });
}

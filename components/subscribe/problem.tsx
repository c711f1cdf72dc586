import { Banner } from '@/components/ui/banner';

const WORDS: Record<string, string> = {
  too_many: 'There were many requests from your network. Wait a few minutes, then try again.',
  unavailable: 'This does not work just now, and may not have been saved. Try again in a moment.',
  rule: 'This status page sends no mail. Follow its feed, or give a webhook instead.',
  not_found: 'This link is not complete. Copy it whole from the mail, or subscribe again.',
};

/** What went wrong with a form that was sent, in the words that fit it best. */
export function Problem({ code, words = {} }: { code: string | null; words?: Record<string, string> }) {
  if (code === null) return null;
  return <Banner tone="warn">{words[code] ?? WORDS[code] ?? 'This did not work. Try again.'}</Banner>;
}

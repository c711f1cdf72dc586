import { toast } from '@/components/ui/toast';

const NOT_COPIED = 'The browser did not allow copying. Select the text and press Ctrl C.';

/** Puts text on the clipboard and says so. Outside of https there is no clipboard at all. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success(said, { id: 'copied' });
  } catch {
    toast.error(NOT_COPIED);
  }
}

import { isOffered } from './action';
import { allActions } from './active-actions';
import { isSingleKey, keyReader, strokeOf } from './keys';
import { singleKeys } from './single-keys';

const WRITES = 'input, textarea, select, [contenteditable="true"]';
// Keys that mean something of their own on what has the focus.
const OWN_KEYS = 'a[href], button, summary, [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

const within = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null;

/** Whether the page must leave this stroke alone because somebody writes or a control wants it. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const stroke = strokeOf(event);
  if (stroke.startsWith('mod+')) return false;
  if (within(event.target, WRITES) || within(event.target, '[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  return (stroke === 'Enter' || stroke === ' ') && within(event.target, OWN_KEYS);
}

/** Runs actions from the keyboard, as long as the page lives; call what it returns to stop. */
export function listenToKeys(page: Window): () => void {
  const read = keyReader(() => {
    const on = singleKeys.getState().on;
    return allActions().flatMap(({ shortcut }) => (shortcut && (on || !isSingleKey(shortcut)) ? [shortcut] : []));
  });
  const listen = (event: KeyboardEvent) => {
    if (isTaken(event)) return;
    const shortcut = read(event, event.timeStamp);
    const action = shortcut && allActions().find((one) => one.shortcut === shortcut && isOffered(one));
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  page.addEventListener('keydown', listen);
  return () => page.removeEventListener('keydown', listen);
}

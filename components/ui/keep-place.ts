/** Marks what is only a picture yet. */
export const EARLY = 'data-early';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Where an element stands in another: the number of each child on the way. */
function placeOf(element: Element, within: Element): number[] {
  const place: number[] = [];
  for (let one = element; one !== within; one = one.parentElement!) {
    if (!one.parentElement) return [];
    place.unshift([...one.parentElement.children].indexOf(one));
  }
  return place;
}

function at(place: readonly number[], within: Element, like: Element): HTMLElement | null {
  const found = place.reduce<Element | undefined>((element, index) => element?.children[index], within);
  return found instanceof HTMLElement && found.tagName === like.tagName ? found : null;
}

const isField = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type !== 'file');

/** Types into a field of React as a person would. */
function type(field: Field, words: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, words);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Has `swap` draw anew what looks the same and can be used from now on. What was done before counts: the focus, what was
 * scrolled and typed stay, and what was pressed is pressed.
 */
export function keepPlace(before: Element, pressed: Element | null, swap: () => Element | null): void {
  const active = document.activeElement;
  const focused = active && before.contains(active) ? { place: placeOf(active, before), element: active } : null;
  const typed = [...before.querySelectorAll('textarea, input')]
    .filter(isField)
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map((field) => ({ place: placeOf(field, before), element: field, words: field.value }));
  const scrolled = [...before.querySelectorAll('*')]
    .filter(({ scrollTop }) => scrollTop > 0)
    .map((element) => ({ place: placeOf(element, before), element, top: element.scrollTop }));
  const asked = pressed && before.contains(pressed) ? { place: placeOf(pressed, before), element: pressed } : null;
  const after = swap();
  if (!after) return;
  for (const { place, element, words } of typed) {
    const field = at(place, after, element);
    if (field && isField(field)) type(field, words);
  }
  for (const { place, element, top } of scrolled) at(place, after, element)?.scrollTo({ top });
  if (focused) at(focused.place, after, focused.element)?.focus({ preventScroll: true });
  if (asked) at(asked.place, after, asked.element)?.click();
}

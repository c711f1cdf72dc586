export type Side = 'top' | 'bottom' | 'left' | 'right';
export type Align = 'start' | 'center' | 'end';
export type Placement = { side?: Side; align?: Align; gapPx?: number };

const EDGE_PX = 8;
const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

function roomOn(side: Side, anchor: DOMRect): number {
  if (side === 'top') return anchor.top;
  if (side === 'bottom') return window.innerHeight - anchor.bottom;
  return side === 'left' ? anchor.left : window.innerWidth - anchor.right;
}

const along = (align: Align, start: number, end: number, size: number) =>
  align === 'start' ? start : align === 'end' ? end - size : (start + end - size) / 2;

/** Puts a fixed panel beside its anchor: on the other side where there is more room, and never outside the window. */
export function place(anchor: Element, panel: HTMLElement, { side = 'bottom', align = 'start', gapPx = 4 }: Placement) {
  const box = anchor.getBoundingClientRect();
  panel.style.maxHeight = `${window.innerHeight - 2 * EDGE_PX}px`;
  const { offsetWidth: width, offsetHeight: height } = panel;
  const isUpright = side === 'top' || side === 'bottom';
  const needed = (isUpright ? height : width) + gapPx + EDGE_PX;
  const flips = roomOn(side, box) < needed && roomOn(OPPOSITE[side], box) > roomOn(side, box);
  const at = flips ? OPPOSITE[side] : side;

  let left = along(align, box.left, box.right, width);
  let top = along(align, box.top, box.bottom, height);
  if (at === 'bottom') top = box.bottom + gapPx;
  if (at === 'top') top = box.top - gapPx - height;
  if (at === 'right') left = box.right + gapPx;
  if (at === 'left') left = box.left - gapPx - width;

  panel.style.left = `${Math.round(clamp(left, EDGE_PX, window.innerWidth - width - EDGE_PX))}px`;
  panel.style.top = `${Math.round(clamp(top, EDGE_PX, window.innerHeight - height - EDGE_PX))}px`;
}

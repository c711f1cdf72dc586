'use client';

export type ToastTone = 'info' | 'good' | 'danger';
export type ToastAction = { label: string; onClick: () => void };
export type Toast = { id: string; tone: ToastTone; text: string; detail?: string; action?: ToastAction; durationMs: number };

type ToastOptions = {
  /** The same id replaces what is shown. */ id?: string;
  detail?: string;
  action?: ToastAction;
  durationMs?: number;
};

const SHORT_MS = 5_000;
const LONG_MS = 10_000;
const MOST_SHOWN = 3;

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

function add(tone: ToastTone, text: string, options: ToastOptions = {}) {
  const id = options.id ?? `toast-${++count}`;
  const durationMs = options.durationMs ?? (tone === 'danger' || options.action ? LONG_MS : SHORT_MS);
  set([...shown.filter((toast) => toast.id !== id), { ...options, id, tone, text, durationMs }].slice(-MOST_SHOWN));
  return id;
}

/** Says in passing that something was done, or could not be. What needs an answer belongs beside its control. */
export const toast = {
  info: (text: string, options?: ToastOptions) => add('info', text, options),
  success: (text: string, options?: ToastOptions) => add('good', text, options),
  error: (text: string, options?: ToastOptions) => add('danger', text, options),
  dismiss: (id: string) => set(shown.filter((one) => one.id !== id)),
};

export const toasts = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  now: () => shown,
};

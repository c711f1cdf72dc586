import { beforeEach, describe, expect, it } from 'vitest';
import type { DraftAnswer } from '@/lib/contracts/socket';
import { mergeDraft } from '@/lib/services/drafts/merge-draft';
import { createSharedDraft, type DraftWire } from './shared-draft';
import { heldTimers } from './testing/held-timers';

type Hear = (message: never) => void;

/** A server that merges as the real one does, and wires to it that can be cut. */
function server() {
  let stored: Uint8Array | null = null;
  let refusal: Extract<DraftAnswer, { ok: false }> | null = null;
  const wires = new Set<{ hears: Map<string, Hear>; connected: boolean }>();

  function wire() {
    const one = { hears: new Map<string, Hear>(), connected: true };
    wires.add(one);
    const ask = async (name: string, { update }: { update?: string }) => {
      if (!one.connected) throw new Error('timeout');
      if (refusal) return refusal;
      if (name === 'draft:open') return { ok: true, document: Buffer.from(stored ?? [0, 0]).toString('base64') };
      stored = mergeDraft(stored, new Uint8Array(Buffer.from(update ?? '', 'base64')));
      for (const other of wires)
        if (other !== one && other.connected) other.hears.get('draft:changed')?.({ incident: 'i', update } as never);
      return { ok: true };
    };
    const socket = {
      get connected() {
        return one.connected;
      },
      on: (name: string, hear: Hear) => one.hears.set(name, hear),
      off: (name: string) => one.hears.delete(name),
      emit: () => undefined,
      timeout: () => ({ emitWithAck: ask }),
    } as unknown as DraftWire;
    const setConnected = (connected: boolean) => {
      one.connected = connected;
      one.hears.get(connected ? 'connect' : 'disconnect')?.(undefined as never);
    };
    return { socket, cut: () => setConnected(false), mend: () => setConnected(true) };
  }
  return { wire, refuse: (code: 'forbidden') => (refusal = { ok: false, code, message: 'You observe this incident.' }) };
}

const BLANK = { template: '', shown: '' };
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

let house: ReturnType<typeof server>;
let clock: ReturnType<typeof heldTimers>;
beforeEach(() => {
  house = server();
  clock = heldTimers(0);
});

/** Somebody in the dialog, on a device of their own. */
function sitting(device: { kept: string | null } = { kept: null }) {
  const { socket, cut, mend } = house.wire();
  const keeper = { read: () => device.kept, keep: (document: string | null) => void (device.kept = document) };
  const draft = createSharedDraft({ incidentId: 'i', socket, keeper, timers: clock.timers });
  return { draft, cut, mend, device, text: () => draft.view().texts.public };
}

async function pass(ms = 1000): Promise<void> {
  for (const step of [ms / 2, ms / 2, 0]) {
    clock.pass(step);
    await settle();
  }
}

describe('a draft that is written together', () => {
  it('shows each what the other types, and brings the template in once', async () => {
    const [ana, bo] = [sitting(), sitting()];
    await pass();
    const template = 'We are looking into it.';
    ana.draft.type('public', `${template} Ana.`, { template, shown: template });
    bo.draft.type('public', `Hello. ${template}`, { template, shown: template });
    await pass();
    expect(ana.text()).toBe('Hello. We are looking into it. Ana.');
    expect(bo.text()).toBe(ana.text());
    ana.draft.set({ 'phase:public': 'identified' });
    await pass();
    expect(bo.draft.view().fields['phase:public']).toBe('identified');
    expect(ana.device.kept).toBeNull();
  });

  it('sends what is typed while something is on its way', async () => {
    const [ana, bo] = [sitting(), sitting()];
    await pass();
    ana.draft.type('public', 'Ag', { template: 'A', shown: 'A' });
    clock.pass(150);
    ana.draft.type('public', 'Again', { template: '', shown: 'Ag' });
    await pass();
    await pass();
    expect(bo.text()).toBe('Again');
  });

  it('takes nothing away that came in between what is shown and what is typed', async () => {
    const [ana, bo] = [sitting(), sitting()];
    await pass();
    const shown = 'We are sorry. We look into it.';
    ana.draft.type('public', shown, { template: shown, shown });
    await pass();
    ana.draft.type('public', 'We are sorry. Again. We look into it.', { template: '', shown });
    await pass();
    bo.draft.type('public', `${shown} All is safe.`, { template: '', shown });
    bo.draft.type('public', `We were sorry. We look into it. All is safe.`, { template: '', shown: `${shown} All is safe.` });
    await pass();
    expect(bo.text()).toBe('We were sorry. Again. We look into it. All is safe.');
    expect(ana.text()).toBe(bo.text());
  });

  it('goes on without a network, and brings both together when it is back', async () => {
    const [ana, bo] = [sitting(), sitting()];
    await pass();
    ana.draft.type('public', 'Start.', { template: 'Start.', shown: 'Start.' });
    await pass();
    bo.cut();
    bo.draft.type('public', 'Start. Bo offline.', { template: '', shown: 'Start.' });
    ana.draft.type('public', 'Ana online. Start.', { template: '', shown: 'Start.' });
    await pass();
    expect(bo.draft.view().isShared).toBe(false);
    expect(bo.device.kept).not.toBeNull();
    bo.mend();
    await pass();
    expect([ana.text(), bo.text()]).toEqual(['Ana online. Start. Bo offline.', 'Ana online. Start. Bo offline.']);
    expect(bo.device.kept).toBeNull();
  });

  it('survives a reload without a network, on the device', async () => {
    const bo = sitting();
    bo.cut();
    bo.draft.type('public', 'written in a tunnel', BLANK);
    bo.draft.stop();
    const again = sitting(bo.device);
    expect(again.text()).toBe('written in a tunnel');
    await pass();
    const ana = sitting();
    await pass();
    expect(ana.text()).toBe('written in a tunnel');
  });

  it('says why the server does not take it, and keeps what was typed', async () => {
    const ana = sitting();
    await pass();
    house.refuse('forbidden');
    ana.draft.type('public', 'mine', BLANK);
    await pass();
    expect(ana.draft.view()).toMatchObject({ isShared: false, problem: 'You observe this incident.' });
    expect(ana.text()).toBe('mine');
    expect(ana.device.kept).not.toBeNull();
  });

  it('begins anew for one audience alone', async () => {
    const [ana, bo] = [sitting(), sitting()];
    await pass();
    ana.draft.type('public', 'gone', BLANK);
    ana.draft.type('team', 'stays', BLANK);
    await pass();
    bo.draft.clear('public');
    await pass();
    expect(ana.draft.view().texts).toEqual({ public: '', team: 'stays', stakeholders: '' });
    ana.draft.type('public', 'The template, again', { template: 'The template', shown: 'The template' });
    await pass();
    expect(bo.text()).toBe('The template, again');
  });
});

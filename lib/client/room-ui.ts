import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EvidenceId, HypothesisId, QuestionId, TaskId, UpdateId } from '@/lib/core/ids';
import type { Audience, Status } from '@/lib/core/incident/state';

export const ROOM_TABS = ['log', 'board', 'context', 'people'] as const;
export type RoomTab = (typeof ROOM_TABS)[number];

/** Text or a file that somebody pasted or dropped and that may become evidence. */
export type OfferedBody = { text: string } | { file: File };

/** What takes the whole attention for a moment. */
export type RoomDialog =
  | { name: 'propose'; parentId: HypothesisId | null }
  | { name: 'revise-hypothesis'; hypothesisId: HypothesisId }
  | { name: 'evidence'; hypothesisId: HypothesisId | null; offered: OfferedBody | null }
  | { name: 'cause'; hypothesisId: HypothesisId }
  | { name: 'status'; to: Status }
  | { name: 'take-command' }
  | { name: 'hand-over' }
  | { name: 'hand-over-note' }
  | { name: 'go-off' }
  | { name: 'ask' }
  | { name: 'answer'; questionId: QuestionId }
  | { name: 'access' }
  | { name: 'task'; hypothesisId: HypothesisId | null }
  | { name: 'import'; text: string }
  | { name: 'redact-entry'; seq: number }
  | { name: 'redact-evidence'; evidenceId: EvidenceId }
  | { name: 'history'; seq: number }
  | { name: 'update'; audience: Audience | null }
  | { name: 'promise' }
  | { name: 'correct-update'; updateId: UpdateId }
  | { name: 'redact-update'; updateId: UpdateId }
  | { name: 'postmortem' };

/** The form that is open on a card; one at a time in the room, so that nothing else moves. */
export type CardForm = 'confirm' | 'reject' | 'shelve' | 'reopen' | 'withdraw' | 'test' | 'assign';

export type Selection = { kind: 'hypothesis'; id: HypothesisId } | { kind: 'entry'; seq: number } | { kind: 'task'; id: TaskId };

export type BoardView = 'board' | 'tree';

export type RoomUi = {
  tab: RoomTab;
  dialog: RoomDialog | null;
  card: { hypothesisId: HypothesisId; form: CardForm } | null;
  selected: Selection | null;
  boardView: BoardView;
  /** The entry whose words are being changed in place. */
  revising: number | null;
  /** An entry to scroll to and light up; counted, so that the same one can be asked for again. */
  lit: { seq: number; count: number } | null;
  /** The composer is wanted, with these words to begin with. */
  compose: { text: string | null; count: number };
  open: (dialog: RoomDialog | null) => void;
  openCard: (hypothesisId: HypothesisId, form: CardForm) => void;
  closeCard: () => void;
  show: (tab: RoomTab) => void;
  showBoard: (view: BoardView) => void;
  select: (selected: Selection | null) => void;
  revise: (seq: number | null) => void;
  light: (seq: number) => void;
  write: (text?: string) => void;
};

/** What is open, selected and shown in one room in this window. */
export function createRoomUi(): StoreApi<RoomUi> {
  return createStore<RoomUi>((set) => ({
    tab: 'log',
    dialog: null,
    card: null,
    selected: null,
    boardView: 'board',
    revising: null,
    lit: null,
    compose: { text: null, count: 0 },
    open: (dialog) => set({ dialog }),
    openCard: (hypothesisId, form) =>
      set({ card: { hypothesisId, form }, tab: 'board', selected: { kind: 'hypothesis', id: hypothesisId } }),
    closeCard: () => set({ card: null }),
    show: (tab) => set({ tab }),
    showBoard: (boardView) => set({ boardView, tab: 'board' }),
    select: (selected) => set({ selected }),
    revise: (revising) => set({ revising }),
    light: (seq) =>
      set(({ lit }) => ({ lit: { seq, count: (lit?.count ?? 0) + 1 }, tab: 'log', selected: { kind: 'entry', seq } })),
    write: (text) => set(({ compose }) => ({ compose: { text: text ?? null, count: compose.count + 1 }, tab: 'log' })),
  }));
}

'use client';

import { loadBriefNote } from '@/lib/client/note-of-brief';
import { fetchedLater } from '@/components/ui/fetched-later';
import { useFetchLater } from '../use-fetch-later';
import { useRoomUi, useRoomUiStore } from '../room-context';

const dialogs = {
  ProposeDialog: fetchedLater(() => import('./propose-dialog').then((file) => file.ProposeDialog)),
  ReviseHypothesisDialog: fetchedLater(() => import('./revise-hypothesis-dialog').then((file) => file.ReviseHypothesisDialog)),
  EvidenceDialog: fetchedLater(() => import('./evidence-dialog').then((file) => file.EvidenceDialog)),
  CauseDialog: fetchedLater(() => import('./cause-dialog').then((file) => file.CauseDialog)),
  StatusDialog: fetchedLater(() => import('./status-dialog').then((file) => file.StatusDialog)),
  TakeCommandDialog: fetchedLater(() => import('./take-command-dialog').then((file) => file.TakeCommandDialog)),
  HandOverDialog: fetchedLater(() => import('./hand-over-dialog').then((file) => file.HandOverDialog)),
  HandOverNoteDialog: fetchedLater(() => import('./hand-over-note-dialog').then((file) => file.HandOverNoteDialog)),
  GoOffDialog: fetchedLater(() => import('./go-off-dialog').then((file) => file.GoOffDialog)),
  AskDialog: fetchedLater(() => import('./ask-dialog').then((file) => file.AskDialog)),
  AnswerDialog: fetchedLater(() => import('./answer-dialog').then((file) => file.AnswerDialog)),
  AccessDialog: fetchedLater(() => import('./access-dialog').then((file) => file.AccessDialog)),
  TaskDialog: fetchedLater(() => import('./task-dialog').then((file) => file.TaskDialog)),
  ImportDialog: fetchedLater(() => import('./import-dialog').then((file) => file.ImportDialog)),
  RedactDialog: fetchedLater(() => import('./redact-dialog').then((file) => file.RedactDialog)),
  HistoryDialog: fetchedLater(() => import('./history-dialog').then((file) => file.HistoryDialog)),
  UpdateDialog: fetchedLater(() => import('../updates/update-dialog').then((file) => file.UpdateDialog)),
  PromiseDialog: fetchedLater(() => import('../updates/promise-dialog').then((file) => file.PromiseDialog)),
  CorrectUpdateDialog: fetchedLater(() => import('../updates/correct-update-dialog').then((file) => file.CorrectUpdateDialog)),
  RedactUpdateDialog: fetchedLater(() => import('../updates/redact-update-dialog').then((file) => file.RedactUpdateDialog)),
  PostmortemDialog: fetchedLater(() => import('../updates/postmortem-dialog').then((file) => file.PostmortemDialog)),
};

const FETCHED_LATER = [...Object.values(dialogs).map(({ fetch }) => fetch), loadBriefNote];

/** Whatever asks for the whole attention; fetched after the room itself, so that it is there when the network is not. */
export function RoomDialogs() {
  useFetchLater(FETCHED_LATER);
  const dialog = useRoomUi((ui) => ui.dialog);
  const ui = useRoomUiStore();
  const onClose = () => ui.getState().open(null);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'propose':
      return <dialogs.ProposeDialog key={dialog.parentId} parentId={dialog.parentId} onClose={onClose} />;
    case 'revise-hypothesis':
      return <dialogs.ReviseHypothesisDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'evidence':
      return <dialogs.EvidenceDialog hypothesisId={dialog.hypothesisId} offered={dialog.offered} onClose={onClose} />;
    case 'cause':
      return <dialogs.CauseDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'status':
      return <dialogs.StatusDialog to={dialog.to} onClose={onClose} />;
    case 'take-command':
      return <dialogs.TakeCommandDialog onClose={onClose} />;
    case 'hand-over':
      return <dialogs.HandOverDialog onClose={onClose} />;
    case 'hand-over-note':
      return <dialogs.HandOverNoteDialog onClose={onClose} />;
    case 'go-off':
      return <dialogs.GoOffDialog onClose={onClose} />;
    case 'ask':
      return <dialogs.AskDialog onClose={onClose} />;
    case 'answer':
      return <dialogs.AnswerDialog questionId={dialog.questionId} onClose={onClose} />;
    case 'access':
      return <dialogs.AccessDialog onClose={onClose} />;
    case 'task':
      return <dialogs.TaskDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'import':
      return <dialogs.ImportDialog text={dialog.text} onClose={onClose} />;
    case 'redact-entry':
      return <dialogs.RedactDialog seq={dialog.seq} onClose={onClose} />;
    case 'redact-evidence':
      return <dialogs.RedactDialog evidenceId={dialog.evidenceId} onClose={onClose} />;
    case 'history':
      return <dialogs.HistoryDialog seq={dialog.seq} onClose={onClose} />;
    case 'update':
      return <dialogs.UpdateDialog audience={dialog.audience} onClose={onClose} />;
    case 'promise':
      return <dialogs.PromiseDialog onClose={onClose} />;
    case 'correct-update':
      return <dialogs.CorrectUpdateDialog updateId={dialog.updateId} onClose={onClose} />;
    case 'redact-update':
      return <dialogs.RedactUpdateDialog updateId={dialog.updateId} onClose={onClose} />;
    case 'postmortem':
      return <dialogs.PostmortemDialog onClose={onClose} />;
  }
}

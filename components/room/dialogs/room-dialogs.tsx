'use client';

import dynamic from 'next/dynamic';
import { useRoomUi, useRoomUiStore } from '../room-context';

const ProposeDialog = dynamic(() => import('./propose-dialog').then((file) => file.ProposeDialog));
const ReviseHypothesisDialog = dynamic(() => import('./revise-hypothesis-dialog').then((file) => file.ReviseHypothesisDialog));
const EvidenceDialog = dynamic(() => import('./evidence-dialog').then((file) => file.EvidenceDialog));
const CauseDialog = dynamic(() => import('./cause-dialog').then((file) => file.CauseDialog));
const StatusDialog = dynamic(() => import('./status-dialog').then((file) => file.StatusDialog));
const TakeCommandDialog = dynamic(() => import('./take-command-dialog').then((file) => file.TakeCommandDialog));
const HandOverDialog = dynamic(() => import('./hand-over-dialog').then((file) => file.HandOverDialog));
const AccessDialog = dynamic(() => import('./access-dialog').then((file) => file.AccessDialog));
const TaskDialog = dynamic(() => import('./task-dialog').then((file) => file.TaskDialog));
const ImportDialog = dynamic(() => import('./import-dialog').then((file) => file.ImportDialog));
const RedactDialog = dynamic(() => import('./redact-dialog').then((file) => file.RedactDialog));
const HistoryDialog = dynamic(() => import('./history-dialog').then((file) => file.HistoryDialog));

/** Whatever asks for the whole attention; fetched when it is first wanted. */
export function RoomDialogs() {
  const dialog = useRoomUi((ui) => ui.dialog);
  const ui = useRoomUiStore();
  const onClose = () => ui.getState().open(null);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'propose':
      return <ProposeDialog key={dialog.parentId} parentId={dialog.parentId} onClose={onClose} />;
    case 'revise-hypothesis':
      return <ReviseHypothesisDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'evidence':
      return <EvidenceDialog hypothesisId={dialog.hypothesisId} offered={dialog.offered} onClose={onClose} />;
    case 'cause':
      return <CauseDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'status':
      return <StatusDialog to={dialog.to} onClose={onClose} />;
    case 'take-command':
      return <TakeCommandDialog onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog onClose={onClose} />;
    case 'access':
      return <AccessDialog onClose={onClose} />;
    case 'task':
      return <TaskDialog hypothesisId={dialog.hypothesisId} onClose={onClose} />;
    case 'import':
      return <ImportDialog text={dialog.text} onClose={onClose} />;
    case 'redact-entry':
      return <RedactDialog seq={dialog.seq} onClose={onClose} />;
    case 'redact-evidence':
      return <RedactDialog evidenceId={dialog.evidenceId} onClose={onClose} />;
    case 'history':
      return <HistoryDialog seq={dialog.seq} onClose={onClose} />;
  }
}

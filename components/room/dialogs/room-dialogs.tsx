'use client';

import dynamic from 'next/dynamic';
import { useFetchLater } from '../use-fetch-later';
import { useRoomUi, useRoomUiStore } from '../room-context';

const load = {
  ProposeDialog: () => import('./propose-dialog').then((file) => file.ProposeDialog),
  ReviseHypothesisDialog: () => import('./revise-hypothesis-dialog').then((file) => file.ReviseHypothesisDialog),
  EvidenceDialog: () => import('./evidence-dialog').then((file) => file.EvidenceDialog),
  CauseDialog: () => import('./cause-dialog').then((file) => file.CauseDialog),
  StatusDialog: () => import('./status-dialog').then((file) => file.StatusDialog),
  TakeCommandDialog: () => import('./take-command-dialog').then((file) => file.TakeCommandDialog),
  HandOverDialog: () => import('./hand-over-dialog').then((file) => file.HandOverDialog),
  AccessDialog: () => import('./access-dialog').then((file) => file.AccessDialog),
  TaskDialog: () => import('./task-dialog').then((file) => file.TaskDialog),
  ImportDialog: () => import('./import-dialog').then((file) => file.ImportDialog),
  RedactDialog: () => import('./redact-dialog').then((file) => file.RedactDialog),
  HistoryDialog: () => import('./history-dialog').then((file) => file.HistoryDialog),
};

const ProposeDialog = dynamic(load.ProposeDialog);
const ReviseHypothesisDialog = dynamic(load.ReviseHypothesisDialog);
const EvidenceDialog = dynamic(load.EvidenceDialog);
const CauseDialog = dynamic(load.CauseDialog);
const StatusDialog = dynamic(load.StatusDialog);
const TakeCommandDialog = dynamic(load.TakeCommandDialog);
const HandOverDialog = dynamic(load.HandOverDialog);
const AccessDialog = dynamic(load.AccessDialog);
const TaskDialog = dynamic(load.TaskDialog);
const ImportDialog = dynamic(load.ImportDialog);
const RedactDialog = dynamic(load.RedactDialog);
const HistoryDialog = dynamic(load.HistoryDialog);

const FETCHED_LATER = Object.values(load);

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

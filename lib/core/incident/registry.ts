import type * as z from 'zod/mini';
import { acceptCommand } from './commands/accept-command';
import { addEvidence } from './commands/add-evidence';
import { answerQuestion } from './commands/answer-question';
import { askQuestion } from './commands/ask-question';
import { addTask } from './commands/add-task';
import { assignHypothesis } from './commands/assign-hypothesis';
import { assignRole } from './commands/assign-role';
import { assignTask } from './commands/assign-task';
import { correctUpdate } from './commands/correct-update';
import { endShift } from './commands/end-shift';
import { postUpdate } from './commands/post-update';
import { promiseUpdate } from './commands/promise-update';
import { publishPostmortem } from './commands/publish-postmortem';
import { redactUpdate } from './commands/redact-update';
import { snoozeUpdate } from './commands/snooze-update';
import { startShift } from './commands/start-shift';
import { confirmHypothesis } from './commands/confirm-hypothesis';
import { declareCause } from './commands/declare-cause';
import { describeIncident } from './commands/describe-incident';
import { dropTask } from './commands/drop-task';
import { finishTask } from './commands/finish-task';
import { grantAccess } from './commands/grant-access';
import { handOverCommand } from './commands/hand-over-command';
import { importLog } from './commands/import-log';
import { pinLog } from './commands/pin-log';
import { proposeHypothesis } from './commands/propose-hypothesis';
import { redactEvidence } from './commands/redact-evidence';
import { redactLog } from './commands/redact-log';
import { rejectHypothesis } from './commands/reject-hypothesis';
import { releaseRole } from './commands/release-role';
import { reopenHypothesis } from './commands/reopen-hypothesis';
import { restrictIncident } from './commands/restrict-incident';
import { retitleEvidence } from './commands/retitle-evidence';
import { reviseHypothesis } from './commands/revise-hypothesis';
import { reviseLog } from './commands/revise-log';
import { setSeverity } from './commands/set-severity';
import { setStatus } from './commands/set-status';
import { shelveHypothesis } from './commands/shelve-hypothesis';
import { startTest } from './commands/start-test';
import { takeCommand } from './commands/take-command';
import { weighEvidence } from './commands/weigh-evidence';
import { withdrawCause } from './commands/withdraw-cause';
import { writeLog } from './commands/write-log';

/** Every command of an incident, by name. Adding a capability is adding a file and a line here. */
export const commands = [
  describeIncident,
  setSeverity,
  setStatus,
  restrictIncident,
  grantAccess,
  assignRole,
  releaseRole,
  takeCommand,
  handOverCommand,
  acceptCommand,
  writeLog,
  importLog,
  reviseLog,
  redactLog,
  pinLog,
  proposeHypothesis,
  reviseHypothesis,
  assignHypothesis,
  startTest,
  confirmHypothesis,
  rejectHypothesis,
  shelveHypothesis,
  reopenHypothesis,
  declareCause,
  withdrawCause,
  addEvidence,
  retitleEvidence,
  weighEvidence,
  redactEvidence,
  addTask,
  assignTask,
  finishTask,
  dropTask,
  postUpdate,
  correctUpdate,
  redactUpdate,
  promiseUpdate,
  snoozeUpdate,
  publishPostmortem,
  askQuestion,
  answerQuestion,
  startShift,
  endShift,
] as const;

type Registered = (typeof commands)[number];
export type CommandName = Registered['name'];
type CommandOf<N extends CommandName> = Extract<Registered, { name: N }>;
export type CommandInput<N extends CommandName> = z.input<CommandOf<N>['input']>;

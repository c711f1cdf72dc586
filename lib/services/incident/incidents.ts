import { createListPractice } from '../practice/list-practice';
import { createPlayRecording } from '../practice/play-recording';
import { createRemovePractice } from '../practice/remove-practice';
import { createDeclare } from './declare';
import { createExecute } from './execute';
import { createExportBrief } from './export-brief';
import { createExportLog } from './export-log';
import { readBroadcast, readHeads } from './heads';
import type { IncidentDeps } from './incident-deps';
import { createListIncidents } from './list-incidents';
import { createListTurns } from './list-turns';
import { createLoadRoom } from './load-room';
import { createPresent } from './present-state';
import { createReadEarlier, createReadEvents } from './read-events';
import { createReadEvidenceBody, createReadEvidenceLines } from './read-evidence-body';
import { createSeeEvidence } from './see-evidence';
import { createSeeIncident } from './see-incident';
import { createStageEvidence } from './stage-evidence';
import { stateCache } from './state-cache';
import { sweepStagedBodies } from './sweep-staged-bodies';
import { createTakePart } from './take-part';

/** Every verb about incidents, over one state cache and one queue per incident. Build it once per process. */
export function createIncidents(deps: IncidentDeps) {
  const cache = stateCache();
  const see = createSeeIncident(deps.pool);
  const seeEvidence = createSeeEvidence(deps.pool, see);
  return {
    find: see,
    takePart: createTakePart(deps, cache, see),
    declare: createDeclare(deps, cache),
    execute: createExecute(deps, cache, see),
    loadRoom: createLoadRoom(deps, cache, see),
    readEvents: createReadEvents(deps, see),
    readEarlier: createReadEarlier(deps, cache, see),
    present: createPresent(deps, cache),
    list: createListIncidents(deps),
    listTurns: createListTurns(deps),
    seeEvidence,
    stageEvidence: createStageEvidence(deps, cache, see),
    readEvidenceBody: createReadEvidenceBody(deps.pool, seeEvidence),
    readEvidenceLines: createReadEvidenceLines(deps.pool, seeEvidence),
    brief: createExportBrief(deps, cache, see),
    exportLog: createExportLog(deps, cache, see),
    playRecording: createPlayRecording(deps),
    listPractice: createListPractice(deps),
    removePractice: createRemovePractice(deps, see),
    heads: (incidentIds: string[]) => readHeads(deps.pool, incidentIds),
    range: (incidentId: string, first: number, last: number) => readBroadcast(deps.pool, incidentId, first, last),
    sweepStagedBodies: () => sweepStagedBodies(deps.pool),
  };
}

export type Incidents = ReturnType<typeof createIncidents>;

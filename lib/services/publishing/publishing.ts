import type { Caller } from '@/lib/auth/caller';
import { mustBeAdmin, mustWrite } from '../people/may';
import { whenAvailable } from '../people/when-available';
import { createIsPublishingDue } from './is-publishing-due';
import { createLatestPublication } from './latest-publication';
import { createListPublications } from './list-publications';
import { createNoteFailure } from './note-failure';
import { createPreviewPublicStatus, createRenderInternal } from './preview-public-status';
import { createPublishStatus } from './publish-status';
import type { PublishingDeps } from './publishing-deps';
import { createAddTarget, createChangeTarget, createListTargets, createPushTargetNow, createRemoveTarget } from './push-targets';
import { createReadPublicStatus } from './read-public-status';

/** Everything about the status page as it is published: what it says, when it was written, where it is pushed to. */
export function createPublishing(deps: PublishingDeps) {
  const publishStatus = createPublishStatus(deps);
  return {
    readPublicStatus: createReadPublicStatus(deps),
    publishStatus,
    /** Publishes now, where it says something else than before. Administrators only. */
    publishNow: whenAvailable(async (caller: Caller): Promise<void> => {
      mustBeAdmin(caller);
      mustWrite(caller);
      await publishStatus({ reason: 'asked', actorId: caller.actor.userId });
    }),
    isPublishingDue: createIsPublishingDue(deps),
    noteFailure: createNoteFailure(deps),
    latestPublication: createLatestPublication(deps),
    listPublications: whenAvailable(createListPublications(deps)),
    previewPublicStatus: whenAvailable(createPreviewPublicStatus(deps)),
    renderInternal: whenAvailable(createRenderInternal(deps)),
    pushTargets: {
      list: whenAvailable(createListTargets(deps)),
      create: whenAvailable(createAddTarget(deps)),
      change: whenAvailable(createChangeTarget(deps)),
      remove: whenAvailable(createRemoveTarget(deps)),
      pushNow: whenAvailable(createPushTargetNow(deps)),
    },
  };
}

export type Publishing = ReturnType<typeof createPublishing>;

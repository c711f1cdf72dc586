import { uuidv7 } from 'uuidv7';
import type { Caller } from '@/lib/auth/caller';
import type { PageComponent, SetComponentStateInput } from '@/lib/contracts/status-page';
import { ServiceError } from '../errors';
import { changeStatus } from './change-status';
import { readComponent } from './list-components';
import type { StatusDeps } from './status-deps';

/**
 * Says by hand how a component is, from now on or since an earlier time. Said of an earlier time, what was said later
 * stands: the answer tells how it is now. Responders and administrators.
 */
export const setComponentState =
  (deps: StatusDeps) =>
  (caller: Caller, componentId: string, { state, at }: SetComponentStateInput): Promise<PageComponent> =>
    changeStatus(deps, caller, 'responder', async (tx, now) => {
      const before = await readComponent(tx, componentId);
      if (at === null && before.state === state) return { answer: before, audit: [] };
      if (at !== null && at > now.toISOString()) {
        throw new ServiceError(
          'invalid',
          'This time is still to come. Plan it as maintenance instead, or say since when it is so.',
          {
            issues: [{ path: 'at', message: 'This time is still to come.' }],
          },
        );
      }
      const since = at === null ? now : new Date(at);
      await tx.componentChange.create({
        data: { sourceId: uuidv7(), componentId, state, at: since, kind: 'manual', isPublic: true },
      });
      const detail = { from: before.state, to: state, at: since.toISOString() };
      const audit = { action: 'component.state-set', subject: componentId, detail } as const;
      return { answer: await readComponent(tx, componentId), audit: [audit] };
    });

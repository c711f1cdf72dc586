'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time/time';
import type { PageComponent } from '@/lib/contracts/status-page';
import { Facts } from '../facts';
import { useChange } from '../use-change';
import { ComponentForm, type ComponentWords } from './component-form';
import { ComponentMenu } from './component-menu';
import { MoveHandle } from './move-handle';
import { RemoveComponent } from './remove-component';
import { StateMenu } from './state-menu';
import type { Arranging } from './use-arranging';
import { carriesComponent, EDGE_LINE, useTakesComponent, type Edge } from './use-drop-place';

type ComponentRowProps = { component: PageComponent; nextId: string | null; isAdmin: boolean; arranging: Arranging };

export function ComponentRow({ component, nextId, isAdmin, arranging }: ComponentRowProps) {
  const [isEditing, setEditing] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { id, name, groupId } = component;
  const { edge, handlers } = useTakesComponent((dropped: string, at: Edge) => {
    const beforeId = at === 'above' ? id : nextId;
    if (dropped !== id && dropped !== beforeId) arranging.putComponent(dropped, { groupId, beforeId });
  });
  if (isEditing) return <EditComponent component={component} onClose={() => setEditing(false)} />;
  return (
    <div
      {...(isAdmin ? handlers : {})}
      data-component={name}
      className={clsx('flex items-center gap-2 px-4 py-2 max-sm:flex-wrap', edge && EDGE_LINE[edge])}
    >
      {isAdmin && (
        <MoveHandle name={name} carries={carriesComponent(id, name)} onStep={(by) => arranging.stepComponent(component, by)} />
      )}
      <ComponentName component={component} onEdit={isAdmin ? () => setEditing(true) : null} />
      <span className="flex shrink-0 items-center gap-1 max-sm:w-full max-sm:justify-between">
        <StateMenu component={component} />
        {isAdmin && (
          <ComponentMenu {...{ component, arranging }} onEdit={() => setEditing(true)} onRemove={() => setRemoving(true)} />
        )}
      </span>
      {isRemoving && <RemoveComponent component={component} onClose={() => setRemoving(false)} />}
    </div>
  );
}

type ComponentNameProps = { component: PageComponent; onEdit: (() => void) | null };

function ComponentName({ component: { name, description, isPublic, since }, onEdit }: ComponentNameProps) {
  return (
    <div className="min-w-0 flex-1 max-sm:basis-full">
      <div className="flex items-center gap-2 text-sm font-medium">
        {onEdit ? (
          <button
            type="button"
            title={`Edit ${name}`}
            onClick={onEdit}
            className="min-w-0 text-left hover:underline max-sm:wrap-anywhere sm:truncate touch:min-h-11"
          >
            {name}
          </button>
        ) : (
          <span className="min-w-0 truncate">{name}</span>
        )}
        {!isPublic && <Badge>staff only</Badge>}
      </div>
      {(description || since) && (
        <Facts>
          {description && <span className="break-words">{description}</span>}
          {since && (
            <span>
              since <Time at={since} />
            </span>
          )}
        </Facts>
      )}
    </div>
  );
}

function EditComponent({ component, onClose }: { component: PageComponent; onClose: () => void }) {
  const { change, isBusy, answer } = useChange<PageComponent>();
  async function save(words: ComponentWords) {
    const said = await change('PATCH', `/api/v1/status/components/${component.id}`, words);
    if (said.ok) onClose();
  }
  return (
    <ComponentForm
      start={component}
      submit="Save"
      busy={isBusy ? 'Saving …' : null}
      answer={answer}
      onSubmit={(words) => void save(words)}
      onClose={onClose}
    />
  );
}

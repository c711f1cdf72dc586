'use client';

import { useStore } from 'zustand';
import { Kbd } from '@/components/ui/kbd';
import { Sheet } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { ACTION_GROUPS, type Action } from '@/lib/client/actions/action';
import { allActions } from '@/lib/client/actions/active-actions';
import { capsOf } from '@/lib/client/actions/keys';
import { setSingleKeys, singleKeys } from '@/lib/client/actions/single-keys';

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

const COMPOSER_KEYS = [
  ['Enter', 'Send the line'],
  ['Shift Enter', 'New line'],
  ['↑', 'Change your last line'],
  ['Tab', 'Take the suggestion'],
  ['/ @ #', 'Commands, people, references'],
] as const;

const plainTitle = ({ title }: Action) => title.replace(/: (?:#?undefined|[HET#]\d+)$/, '');

const hasComposer = () => allActions().some(({ name }) => name === 'log.note');

function grouped() {
  const seen = new Set<string>();
  const withKeys = allActions().filter(({ name, shortcut }) => shortcut && !seen.has(name) && seen.add(name));
  return ACTION_GROUPS.map((group) => ({ group, actions: withKeys.filter((action) => action.group === group) }));
}

/** Every shortcut there is, and the switch for those of a single key. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const on = useStore(singleKeys, (state) => state.on);
  return (
    <Sheet open onClose={onClose} title="Shortcuts">
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-3">
          <p id="single-keys-hint" className="flex-1">
            Single keys <span className="block text-xs text-muted">Off: only those with Ctrl or Cmd answer.</span>
          </p>
          <Switch label="Single keys" describedBy="single-keys-hint" checked={on} onChange={setSingleKeys} />
        </div>
        {grouped().map(
          ({ group, actions }) =>
            actions.length > 0 && (
              <Group key={group} title={group}>
                {actions.map((action) => (
                  <Row key={action.name} keys={capsOf(action.shortcut ?? '', isMac()).join(' ')} title={plainTitle(action)} />
                ))}
              </Group>
            ),
        )}
        {hasComposer() && (
          <Group title="While writing">
            {COMPOSER_KEYS.map(([keys, title]) => (
              <Row key={keys} keys={keys} title={title} />
            ))}
          </Group>
        )}
      </div>
    </Sheet>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-muted">{title}</h3>
      <dl className="flex flex-col">{children}</dl>
    </section>
  );
}

const Row = ({ keys, title }: { keys: string; title: string }) => (
  <div className="flex min-h-7 items-center justify-between gap-4 border-b border-line last:border-0">
    <dt>{title}</dt>
    <dd>
      <Kbd keys={keys} />
    </dd>
  </div>
);

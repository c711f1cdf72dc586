import { LockKeyhole } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead, Panel } from '../section';

type NotForProps = { title: string; whose: 'responders' | 'administrators' };

const WORDS = {
  responders:
    'Responders and administrators keep the status page. Ask one of them to do what you need, or an administrator for the role.',
  administrators: 'Only administrators change what the status page is made of. Ask one of them to do what you need.',
};

/** Instead of a page about the status page that somebody may not see. */
export function NotForYou({ title, whose }: NotForProps) {
  return (
    <>
      <PageHead title={title} />
      <Panel>
        <EmptyState
          icon={<LockKeyhole aria-hidden />}
          action={
            // The page stands alone: it is no page of the application that could be fetched ahead.
            <a href="/status/" className={buttonClass({})}>
              The status page
            </a>
          }
        >
          {WORDS[whose]}
        </EmptyState>
      </Panel>
    </>
  );
}

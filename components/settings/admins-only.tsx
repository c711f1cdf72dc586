import { LockKeyhole } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHead, Panel } from './section';
import { EmptyState } from '@/components/ui/empty-state';

/** Instead of a page that somebody may not see. */
export function AdminsOnly({ title }: { title: string }) {
  return (
    <>
      <PageHead title={title} />
      <Panel>
        <EmptyState icon={<LockKeyhole aria-hidden />} action={<ButtonLink href="/settings/profile">Your profile</ButtonLink>}>
          Only administrators manage members and invitations. Ask one of them to do what you need, or to give you the role.
        </EmptyState>
      </Panel>
    </>
  );
}

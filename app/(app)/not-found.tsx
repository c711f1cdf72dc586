import { SearchX } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        className="py-24"
        icon={<SearchX aria-hidden />}
        action={
          <a className={buttonClass({})} href="/">
            All incidents
          </a>
        }
      >
        There is nothing at this address, or it is not for you. Check the link, or ask whoever sent it to let you in.
      </EmptyState>
    </>
  );
}

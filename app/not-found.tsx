import { SearchX } from 'lucide-react';
import { LogoMark } from '@/components/shell/logo';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-2">
      <LogoMark />
      <h1 className="sr-only">Not found</h1>
      <NothingHere />
    </main>
  );
}

const NothingHere = () => (
  <EmptyState
    icon={<SearchX aria-hidden />}
    action={
      <a className={buttonClass({})} href="/">
        All incidents
      </a>
    }
  >
    There is nothing at this address, or it is not for you. Check the link, or ask whoever sent it to let you in.
  </EmptyState>
);

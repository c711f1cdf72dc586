import { Skeleton } from '@/components/ui/skeleton';

const List = ({ rows }: { rows: number }) => (
  <div className="divide-y divide-line rounded-lg border border-line bg-surface">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="flex min-h-10 items-center gap-3 px-3">
        <Skeleton className="h-5 w-14" />
        <Skeleton className="h-4 w-12" />
        <Skeleton className="h-4 w-1/3" />
        <Skeleton className="ml-auto h-4 w-24" />
        <Skeleton className="h-4 w-1/5 max-lg:hidden" />
      </div>
    ))}
  </div>
);

/** The home page before it is there. */
export function HomeSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the incidents"
      className="mx-auto flex w-full max-w-[88rem] flex-col gap-6 px-4 py-5 sm:px-6"
    >
      <div className="flex flex-col gap-2">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-6 w-80 max-w-full" />
      </div>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-6 w-28" />
        <List rows={2} />
      </div>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-full max-w-md" />
        <List rows={6} />
      </div>
    </div>
  );
}

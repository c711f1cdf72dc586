import { NotebookPen } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NO_FILTER, type LogFilter } from './log-filter';

export const NoMatch = ({ onFilter }: { onFilter: (filter: LogFilter) => void }) => (
  <EmptyState
    icon={<NotebookPen />}
    className="flex-1"
    action={<Button onClick={() => onFilter(NO_FILTER)}>Show everything</Button>}
  >
    No line matches this filter.
  </EmptyState>
);

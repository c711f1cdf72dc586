'use client';

import { useEffect, useState } from 'react';
import { filterOf, NO_FILTER, queryOf, type LogFilter } from './log-filter';

/** The filter of the log; it lives in the address, so that it can be sent to somebody. */
export function useLogFilter(): [LogFilter, (filter: LogFilter) => void] {
  const [filter, setFilter] = useState(NO_FILTER);

  useEffect(() => setFilter(filterOf(new URLSearchParams(window.location.search))), []);

  function change(next: LogFilter) {
    const { pathname, hash } = window.location;
    const query = queryOf(next);
    window.history.replaceState(window.history.state, '', `${pathname}${query && `?${query}`}${hash}`);
    setFilter(query === '' ? NO_FILTER : next);
  }
  return [filter, change];
}

'use client';

import { useEffect, useState } from 'react';

/** The value once it has lasted for `ms`; `calm` is shown at once. What passes quickly is never seen. */
export function useSettled<Value>(value: Value, ms: number, calm: Value): Value {
  const [settled, setSettled] = useState(calm);
  const isCalm = value === calm;
  const isCalmShown = settled === calm;

  useEffect(() => {
    if (isCalm) return setSettled(calm);
    if (!isCalmShown) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, isCalm, isCalmShown, calm, ms]);

  return settled;
}

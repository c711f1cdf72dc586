import { lazy, Suspense, type ComponentType } from 'react';
import { EARLY } from './keep-place';

/** The same part where pages are drawn: whole, in its place. */
export function onServer<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  // Before the first page, so that none has to wait; where it fails, the page asks again and says why.
  void load().then(
    (found) => (part = found),
    () => undefined,
  );
  const Awaited = lazy(() => load().then((found) => ({ default: found })));

  return function Drawn(props: Props) {
    const Part = part;
    return (
      <div {...{ [EARLY]: '' }} className="contents">
        {Part ? (
          <Part {...props} />
        ) : (
          <Suspense>
            <Awaited {...props} />
          </Suspense>
        )}
      </div>
    );
  };
}

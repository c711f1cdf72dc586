import { lazy, Suspense, type ComponentType } from 'react';

/** The same part where pages are drawn: whole, in its place. */
export function onServer<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  void load().then((found) => (part = found));
  const Awaited = lazy(() => load().then((found) => ({ default: found })));

  return function Drawn(props: Props) {
    const Part = part;
    return (
      <div data-early="" className="contents">
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

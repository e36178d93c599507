import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { whenIdle } from "#src/ui/idle.ts";

/** Within so many pixels above and below what is seen, messages are drawn. */
const margin = "2000px 0px";

type Watcher = { readonly observer: IntersectionObserver; readonly found: Map<Element, () => void> };
const watchers = new WeakMap<Element, Watcher>();

function watcherOf(root: Element): Watcher {
  const known = watchers.get(root);
  if (known) return known;
  const found = new Map<Element, () => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) found.get(target)?.();
    },
    { root, rootMargin: margin },
  );
  const watcher = { observer, found };
  watchers.set(root, watcher);
  return watcher;
}

/** Whether an element of the transcript is drawn: because it is or was near what is seen, or because there was time. */
export function useNear(element: RefObject<Element | null>, startsFar: boolean): boolean {
  const [isNear, setNear] = useState(!startsFar);
  useEffect(() => {
    const target = element.current;
    const root = target?.closest('[role="log"]');
    if (isNear || !target || !root) return undefined;
    const { observer, found } = watcherOf(root);
    found.set(target, () => setNear(true));
    observer.observe(target);
    // Drawn before the next is begun, so that an idle moment ends when it is used up.
    const stay = whenIdle(() => flushSync(() => setNear(true)));
    return () => {
      found.delete(target);
      observer.unobserve(target);
      stay();
    };
  }, [element, isNear]);
  return isNear;
}

/** Beyond the edge of what scrolls, so that what waits is drawn, and has its colours, before it is seen. */
const margin = "1200px";

const callbacks = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

function notice(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    callbacks.get(target)?.();
  }
}

/** Calls `onNear` once, when the element is in view or near to it. Gives back how to stop waiting. */
export function whenNear(element: Element, onNear: () => void): () => void {
  // scrollMargin is for the places that scroll inside the page; who does not know it waits for the edge itself.
  const options: IntersectionObserverInit & { scrollMargin: string } = {
    rootMargin: margin,
    scrollMargin: margin,
  };
  observer ??= new IntersectionObserver(notice, options);
  callbacks.set(element, onNear);
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    callbacks.delete(element);
  };
}

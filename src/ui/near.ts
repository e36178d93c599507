/** Beyond the edge of what scrolls, so that what waits is drawn, and has its colours, before it is seen. */
const margin = "1200px";

/** Milliseconds that something out of view must stay near while text passes. */
const stay = 100;

type Watch = { readonly onNear: () => void; timer?: ReturnType<typeof setTimeout> };

const watches = new WeakMap<Element, Watch>();
let observer: IntersectionObserver | undefined;
let passingUntil = 0;

/** Much text comes at once, and may pass the reader without a stop: for a moment, what is out of view has to stay near. */
export function notePassing(): void {
  passingUntil = performance.now() + stay;
}

function notice(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target, boundingClientRect } of entries) {
    const watch = watches.get(target);
    if (!watch) continue;
    clearTimeout(watch.timer);
    if (!isIntersecting) continue;
    const isSeen = boundingClientRect.bottom >= 0 && boundingClientRect.top <= innerHeight;
    if (isSeen || performance.now() >= passingUntil) arrive(target, watch);
    else watch.timer = setTimeout(() => arrive(target, watch), stay);
  }
}

function arrive(element: Element, { onNear }: Watch): void {
  forget(element);
  onNear();
}

function forget(element: Element): void {
  observer?.unobserve(element);
  clearTimeout(watches.get(element)?.timer);
  watches.delete(element);
}

/** Calls `onNear` once, when the element is in view or near to it. Gives back how to stop waiting. */
export function whenNear(element: Element, onNear: () => void): () => void {
  // scrollMargin is for the places that scroll inside the page; who does not know it waits for the edge itself.
  const options: IntersectionObserverInit & { scrollMargin: string } = {
    rootMargin: margin,
    scrollMargin: margin,
  };
  observer ??= new IntersectionObserver(notice, options);
  watches.set(element, { onNear });
  observer.observe(element);
  return () => forget(element);
}

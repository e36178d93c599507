// What the guard takes from the browser before the page's script, which may put other things in their places.

/** A method as a function whose first argument is its object; calling it looks nothing up. */
export const taken = Function.prototype.bind.bind(Function.prototype.call) as unknown as <
  Values extends unknown[],
  Result,
>(
  method: (...values: Values) => Result,
) => (self: unknown, ...values: Values) => Result;

export function takenGetter<Type, Name extends keyof Type & string>(
  { prototype }: { prototype: Type },
  name: Name,
): (self: unknown) => Type[Name] {
  const found = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return taken(found as () => Type[Name]);
}

export const { apply } = Reflect;
export const { defineProperties } = Object;
export const later = setTimeout.bind(window);

export const matches = taken<[string], boolean>(Element.prototype.matches);
export const findAll = taken<[string], NodeListOf<Element>>(Element.prototype.querySelectorAll);
export const getAttribute = taken<[string], string | null>(Element.prototype.getAttribute);
export const getAttributeNS = taken<[string, string], string | null>(Element.prototype.getAttributeNS);
export const localName = takenGetter(Element, "localName");
export const namespaceOf = takenGetter(Element, "namespaceURI");
export const nodeType = takenGetter(Node, "nodeType");
export const parentNode = takenGetter(Node, "parentNode");
export const removeChild = taken<[Node], Node>(Node.prototype.removeChild);
export const getRootNode = taken<[GetRootNodeOptions], Node>(Node.prototype.getRootNode);

export const observe = taken<[Node, MutationObserverInit], void>(MutationObserver.prototype.observe);
export const addedNodes = takenGetter(MutationRecord, "addedNodes");
export const targetOf = takenGetter(MutationRecord, "target");
export const kindOf = takenGetter(MutationRecord, "type");

export const addListener = taken<[string, (event: never) => void, boolean], void>(
  EventTarget.prototype.addEventListener as never,
);
export const dispatch = taken<[Event], boolean>(EventTarget.prototype.dispatchEvent);
export const composedPath = taken<[], EventTarget[]>(Event.prototype.composedPath);
export const preventDefault = taken<[], void>(Event.prototype.preventDefault);
export const initEvent = taken<[string, boolean, boolean], void>(Event.prototype.initEvent as never);
export const typeOf = takenGetter(Event, "type");
export const bubbles = takenGetter(Event, "bubbles");
export const cancelable = takenGetter(Event, "cancelable");

export const hasHeld = taken<[Event], boolean>(WeakSet.prototype.has);
export const hold = taken<[Event], unknown>(WeakSet.prototype.add);
export const addRoot = taken<[ShadowRoot], unknown>(Set.prototype.add);
export const eachRoot = taken<[(root: ShadowRoot) => void], void>(Set.prototype.forEach);

export const exec = taken<[string], RegExpExecArray | null>(RegExp.prototype.exec);
export const slice = taken<[number, number?], string>(String.prototype.slice);

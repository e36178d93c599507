import {
  addListener,
  bubbles,
  cancelable,
  composedPath,
  defineProperties,
  dispatch,
  findAll,
  getAttribute,
  getAttributeNS,
  getRootNode,
  hasHeld,
  hold,
  initEvent,
  later,
  localName,
  matches,
  namespaceOf,
  preventDefault,
  taken,
  typeOf,
} from "./preview-natives.ts";

// A link that leads out opens tabs and downloads with a key held or another button, which neither sandbox nor policy refuses.

const xlink = "http://www.w3.org/1999/xlink";
const svg = "http://www.w3.org/2000/svg";
const held = new WeakSet<Event>();
let reportLink: (address: string) => void;

/** The program of such an address, which the sandbox would not run. */
function programOf(address: string): string | undefined {
  const [, program] = /^\s*javascript:([\s\S]*)/i.exec(address) ?? [];
  try {
    return program && decodeURIComponent(program);
  } catch {
    return program;
  }
}

function follow(link: EventTarget, isPlain: boolean): void {
  const address = getAttribute(link, "href") ?? getAttributeNS(link, xlink, "href");
  if (address === null) return;
  const program = programOf(address);
  // An address of this page resolves against the frame's file, so the browser would leave for it.
  if (address.startsWith("#")) location.replace(`about:srcdoc${address}`);
  else if (isPlain && program !== undefined) later(program, 0);
  else reportLink(address);
}

const is = (node: EventTarget, selector: string): boolean => {
  try {
    return matches(node, selector);
  } catch {
    return false;
  }
};
const isLink = (node: EventTarget): boolean => is(node, "a, area");

// A copy that `use` makes of a drawn link leads out too, and is not on the way of its clicks.
let hasDrawnLink = false;
const isUse = (node: EventTarget): boolean => hasDrawnLink && is(node, "use");

export function noteLinks(element: Element): void {
  if (hasDrawnLink) return;
  const links = findAll(element, "a");
  hasDrawnLink = localName(element) === "a" && namespaceOf(element) === svg;
  for (let index = 0, link; (link = links[index]); index += 1) hasDrawnLink ||= namespaceOf(link) === svg;
}

/** The page's handlers are yet to come; they may look whether it is prevented, prevent it, and change the address. */
function holdLink(event: Event, link: EventTarget): void {
  preventDefault(event);
  if (hasHeld(held, event)) return;
  hold(held, event);
  let isTaken = false;
  const take = (): void => void (isTaken = true);
  defineProperties(event, {
    defaultPrevented: { get: () => isTaken },
    returnValue: { get: () => !isTaken, set: (value) => void (isTaken ||= value === false) },
    preventDefault: { value: take },
  });
  const { button = 0, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
  if (button === 2 || !isLink(link)) return;
  const isPlain = button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
  later(() => isTaken || follow(link, isPlain), 0);
}

function onLink(event: Event): void {
  const path = composedPath(event);
  for (let index = 0; index < path.length; index += 1) {
    const node = path[index];
    if (node && (isLink(node) || isUse(node))) return holdLink(event, node);
  }
}

export function watchLinks(root: EventTarget): void {
  addListener(root, "click", onLink, true);
  addListener(root, "auxclick", onLink, true);
}

const { MouseEvent: Mouse, document: page } = window;
const isElsewhere = (target: unknown): boolean => {
  try {
    return getRootNode(target, { composed: true }) !== page;
  } catch {
    return false;
  }
};

/** What leads out may not be without a way to prevent it; where the window's listener is not on its way, it is at once. */
function prepare(event: unknown, target: unknown): void {
  try {
    const type = typeOf(event);
    if (type !== "click" && type !== "auxclick" && type !== "keydown") return;
    if (!cancelable(event)) initEvent(event, type, bubbles(event), true);
    if (isElsewhere(target)) holdLink(event as Event, target as EventTarget);
  } catch {
    // Not an event; the browser says so.
  }
}

export function guardLinks(report: (address: string) => void): void {
  reportLink = report;
  watchLinks(window);
  EventTarget.prototype.dispatchEvent = function dispatchEvent(event) {
    prepare(event, this);
    return dispatch(this, event);
  };
  const click = taken<[], void>(HTMLElement.prototype.click);
  HTMLElement.prototype.click = function nativeClick() {
    if (!isElsewhere(this)) return click(this);
    const event = new Mouse("click", { bubbles: true, cancelable: true, composed: true });
    prepare(event, this);
    dispatch(this, event);
  };
}

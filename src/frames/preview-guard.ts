import type { ConsoleLevel, PreviewMessage } from "./message.ts";
import { consoleOf, wordOf } from "./preview-console.ts";
import { guardLinks, noteLinks, watchLinks } from "./preview-links.ts";
import {
  addedNodes,
  addListener,
  addRoot,
  apply,
  eachRoot,
  findAll,
  kindOf,
  localName,
  matches,
  nodeType,
  observe,
  parentNode,
  removeChild,
  taken,
  targetOf,
} from "./preview-natives.ts";
import { withoutShadows } from "./preview-write.ts";

// The first script of a previewed page, in its own realm. The walls are the sandbox and the policy; this reports to the app,
// and takes away what no policy of a page covers: WebRTC, here and in frames, whose realms would have it again.

const tell = parent.parent.postMessage.bind(parent.parent);
const longest = 4000;
const most = 400;
let sent = 0;

function post(message: PreviewMessage): void {
  tell(message, "*");
}

function report(level: ConsoleLevel, ...values: readonly unknown[]): void {
  // What is left out is not counted, so that a flood is followed by what comes after it.
  if (sent >= most) return;
  sent += 1;
  try {
    const text = sent === most ? "…" : values.map(wordOf).join(" ").slice(0, longest);
    post({ type: "console", level, text });
  } catch {
    // What the page put in the place of something must not end the guard's work.
  }
}
setInterval(() => (sent = Math.max(0, sent - most / 4)), 1000);

Object.assign(console, consoleOf(report));

const global = window as unknown as Record<string, unknown>;
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(webkit|moz)?RTC|^WebTransport/.test(name)) delete global[name];
}
// They make shadow trees that cannot be watched, also where they take scripts out; those that are older make none.
const treeMaker = /^(?!(?:inner|outer|get|insertAdjacent)HTML$).*HTML(?:Unsafe)?$/;
for (const type of [Element, ShadowRoot, Document]) {
  for (const owner of [type, type.prototype] as unknown as Record<string, unknown>[]) {
    for (const name of Object.getOwnPropertyNames(owner)) if (treeMaker.test(name)) delete owner[name];
  }
}

const frames =
  'iframe, frame, object, embed, portal, fencedframe, link[rel~="preconnect" i], link[rel~="dns-prefetch" i], meta[http-equiv="refresh" i]';
function drop(element: Element): void {
  const parentOf = parentNode(element);
  if (parentOf) removeChild(parentOf, element);
  report("blocked", `<${localName(element)}>`);
}
function sweep(node: Node): void {
  if (nodeType(node) !== 1) return;
  noteLinks(node as Element);
  if (matches(node, frames)) return drop(node as Element);
  const found = findAll(node, frames);
  for (let index = 0, element; (element = found[index]); index += 1) drop(element);
}
const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["rel", "http-equiv"] };
const observer = new MutationObserver((records) => {
  for (let index = 0, record; (record = records[index]); index += 1) {
    if (kindOf(record) === "attributes") sweep(targetOf(record));
    else {
      const added = addedNodes(record);
      for (let place = 0, node; (node = added[place]); place += 1) sweep(node);
    }
  }
});
observe(observer, document, watched);

const roots = new Set<ShadowRoot>();
const attachShadow = taken<[ShadowRootInit], ShadowRoot>(Element.prototype.attachShadow);
Element.prototype.attachShadow = function attach(init) {
  // A clone would not be watched, and links in a closed one are not seen from outside.
  const root = attachShadow(this, { ...init, mode: "open", clonable: false, serializable: false });
  observe(observer, root, watched);
  addRoot(roots, root);
  watchLinks(root);
  return root;
};

/** What is not kept: the page's own storage is closed to it, and many small programs stop where there is none. */
function emptyStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(String(key)) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(String(key)),
    setItem: (key, value) => void items.set(String(key), String(value)),
  };
}
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { configurable: true, value: emptyStorage() });
}

window.open = (url) => {
  report("blocked", `window.open ${url ?? ""}`);
  return null;
};
window.alert = (text?: unknown) => report("info", "alert:", text);
window.confirm = (text?: unknown) => {
  report("info", "confirm:", text);
  return false;
};
window.prompt = (text?: unknown) => {
  report("info", "prompt:", text);
  return null;
};

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented) return;
  const origin = event.composedPath().find((node) => node instanceof Element);
  if (origin?.closest("a, area")) return;
  const button = origin?.closest("button, input");
  if (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) {
    if (/^(submit|image)$/.test(button.type) && button.form) submit(event, button.form, button);
  }
}

/** Forms are off, and with them the event that programs listen to; it is made here, and leads nowhere. */
function submit(event: Event | undefined, form: HTMLFormElement, submitter: HTMLElement | null): void {
  event?.preventDefault();
  if (!form.noValidate && !form.reportValidity()) return;
  const isTaken = !form.dispatchEvent(
    new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }),
  );
  if (!isTaken) report("blocked", `form ${form.getAttribute("action") ?? ""}`);
}
HTMLFormElement.prototype.requestSubmit = function requestSubmit(submitter) {
  submit(undefined, this, submitter ?? null);
};

const onError = (event: ErrorEvent): void => report("error", event.error ?? event.message);
const onRejection = (event: PromiseRejectionEvent): void => report("error", event.reason);
const onViolation = (event: SecurityPolicyViolationEvent): void =>
  report("blocked", `${event.effectiveDirective} ${event.blockedURI}`);
const onKeyDown = (event: KeyboardEvent): void => {
  if (event.key === "Escape" && !event.defaultPrevented) post({ type: "escape" });
};
const onMessage = (event: MessageEvent): void => {
  if (event.source !== parent || event.data !== "preview?") return;
  event.stopImmediatePropagation();
  parent.postMessage("preview!", "*");
};

function listen(): void {
  watchLinks(window);
  addListener(window, "click", onClick, false);
  addListener(window, "error", onError, false);
  addListener(window, "unhandledrejection", onRejection, false);
  addListener(window, "securitypolicyviolation", onViolation, false);
  addListener(window, "keydown", onKeyDown, false);
  addListener(window, "message", onMessage, false);
  eachRoot(roots, watchLinks);
}
guardLinks((address) => report("blocked", `link ${address}`));
listen();

// Opening the document again takes all listeners off.
for (const name of ["open", "write", "writeln"] as const) {
  const native = Document.prototype[name] as (...values: unknown[]) => unknown;
  Object.defineProperty(Document.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Document, ...values: unknown[]) {
      // Writing may open it, so it does before the page's next script runs.
      const result = apply(native, this, name === "open" ? values : [""]);
      listen();
      return name === "open" ? result : apply(native, this, [withoutShadows(values)]);
    },
  });
}
document.currentScript?.remove();

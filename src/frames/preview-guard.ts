import type { ConsoleLevel, PreviewMessage } from "./message.ts";

// The first script of a previewed page, in its own realm. The walls are the sandbox and the policy; this reports to the app,
// and takes away what no policy of a page covers: WebRTC, here and in frames, whose realms would have it again.

const app = parent.parent;
const longest = 4000;
const most = 400;
let sent = 0;

function post(message: PreviewMessage): void {
  app.postMessage(message, "*");
}

function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Element) return value.outerHTML.slice(0, 300);
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

function report(level: ConsoleLevel, ...values: readonly unknown[]): void {
  sent += 1;
  if (sent > most) return;
  const text = sent === most ? "…" : values.map(wordOf).join(" ").slice(0, longest);
  post({ type: "console", level, text });
}
setInterval(() => (sent = Math.max(0, sent - most / 4)), 1000);

const assert = (condition: unknown, ...values: readonly unknown[]): void => {
  if (!condition) report("error", "Assertion failed:", ...values);
};
Object.assign(console, {
  debug: report.bind(null, "log"),
  log: report.bind(null, "log"),
  info: report.bind(null, "info"),
  warn: report.bind(null, "warn"),
  error: report.bind(null, "error"),
  table: report.bind(null, "log"),
  assert,
});

const global = window as unknown as Record<string, unknown>;
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(webkit|moz)?RTC|^WebTransport/.test(name)) delete global[name];
}
for (const type of [Element, ShadowRoot, Document]) {
  // They make shadow trees that cannot be watched.
  for (const owner of [type, type.prototype] as unknown as Record<string, unknown>[]) {
    for (const name of Object.getOwnPropertyNames(owner)) if (name.endsWith("HTMLUnsafe")) delete owner[name];
  }
}

const frames =
  'iframe, frame, object, embed, portal, fencedframe, link[rel~="preconnect" i], link[rel~="dns-prefetch" i], meta[http-equiv="refresh" i]';
const sweep = (node: Node): void => {
  if (!(node instanceof Element)) return;
  const found = node.matches(frames) ? [node] : node.querySelectorAll(frames);
  for (const element of found) {
    element.remove();
    report("blocked", `<${element.localName}>`);
  }
};
const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["rel", "http-equiv"] };
const observer = new MutationObserver((records) => {
  for (const { addedNodes, target, type } of records) {
    if (type === "attributes") sweep(target);
    else for (const node of addedNodes) sweep(node);
  }
});
observer.observe(document, watched);
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function attach(init) {
  const root = attachShadow.call(this, init);
  observer.observe(root, watched);
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
  const origin = event.composedPath().find((node) => node instanceof Element);
  const link = origin?.closest("a[href], area[href]");
  const address = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
  if (typeof address === "string" && !/^javascript:/i.test(address)) {
    const isDefaultPrevented = event.defaultPrevented;
    event.preventDefault();
    if (isDefaultPrevented) return;
    // An address of this page resolves against the frame's file, so the browser would leave for it.
    if (address.startsWith("#")) location.replace(`about:srcdoc${address}`);
    else report("blocked", `link ${address}`);
    return;
  }
  if (event.defaultPrevented) return;
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
  addEventListener("click", onClick);
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onRejection);
  addEventListener("securitypolicyviolation", onViolation);
  addEventListener("keydown", onKeyDown);
  addEventListener("message", onMessage);
}
listen();

// Opening the document again takes all listeners off.
for (const name of ["open", "write", "writeln"] as const) {
  const native = Document.prototype[name] as (...values: unknown[]) => unknown;
  Object.defineProperty(Document.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Document, ...values: unknown[]) {
      // A closed tree of shadows that the parser makes cannot be watched.
      const texts = values.map((text) => String(text).replaceAll(/shadowrootmode/gi, "data-mode"));
      const result = native.apply(this, name === "open" ? values : texts);
      listen();
      return result;
    },
  });
}
document.currentScript?.remove();

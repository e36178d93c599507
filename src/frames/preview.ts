import type { PreviewMessage, RunPreview } from "./message.ts";

/** The text of `preview-guard.ts`, put in when the frame's file is made. */
declare const guard: string;

// The page is read by a parser that loads nothing, before any of it is live.
// Its scripting is off, so it reads `noscript` otherwise than the page will.
const unwanted =
  'noscript, iframe, frame, object, embed, portal, fencedframe, base, meta[http-equiv="refresh" i], meta[http-equiv="x-dns-prefetch-control" i], ' +
  'link[rel~="preconnect" i], link[rel~="dns-prefetch" i], link[rel~="prefetch" i], link[rel~="prerender" i], script[type="speculationrules" i]';

function clean(root: ParentNode): void {
  for (const element of root.querySelectorAll(unwanted)) element.remove();
  for (const template of root.querySelectorAll("template")) {
    template.removeAttribute("shadowrootmode");
    clean(template.content);
  }
}

function escapeScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, "\\x3c");
}

function pageOf({ kind, source }: RunPreview): string {
  if (kind === "html") return source;
  if (kind === "svg")
    return `<body style="margin:0;display:grid;place-items:center;min-height:100vh">${source}`;
  const type = /^\s*(?:import\b[^(.]|export\b)/m.test(source) ? ' type="module"' : "";
  return `<body><script${type}>${escapeScript(source)}\n</script>`;
}

/** The lines that a parser drops before the head, so that errors name the lines of the source. */
function linesBeforeHead(page: string): string {
  const [before] = /^\s*(?:<!doctype[^>]*>\s*)?(?:<html[^>]*>\s*)?/i.exec(page) ?? [""];
  return before.replaceAll(/[^\n]+/g, "");
}

function build(run: RunPreview): string {
  const text = pageOf(run);
  const page = new DOMParser().parseFromString(text, "text/html");
  clean(page);
  const head = page.createElement("head");
  const quiet = page.createElement("meta");
  quiet.httpEquiv = "x-dns-prefetch-control";
  quiet.content = "off";
  const first = page.createElement("script");
  first.textContent = guard;
  head.append(quiet, first);
  page.head.prepend(...head.childNodes);
  // Text may be read as markup the second time; a closed tree of shadows could not be watched.
  const lines = linesBeforeHead(text);
  return `${lines}<!doctype html>${page.documentElement.outerHTML.replaceAll(/shadowrootmode/gi, "data-mode")}`;
}

/**
 * Each page that comes into the child is asked; one that is not the previewed page cannot answer. One that is busy can,
 * later: its work may also hold this thread, so that the time is over before the answer could be read.
 */
const patience = 1500;
let child: HTMLIFrameElement | undefined;
let unanswered = 0;
let hasLeft = false;

function ask(isLast: boolean): void {
  child?.contentWindow?.postMessage("preview?", "*");
  clearTimeout(unanswered);
  unanswered = setTimeout(() => (isLast ? remove() : ask(true)), patience);
}

function remove(): void {
  child?.remove();
  const message: PreviewMessage = { type: hasLeft ? "left" : "silent" };
  parent.postMessage(message, "*");
}

// The policy of this frame lets no address into its child, and says so when one was tried.
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
  hasLeft ||= effectiveDirective === "frame-src";
});

addEventListener("message", (event: MessageEvent<RunPreview>) => {
  if (child !== undefined) {
    if (event.source === child.contentWindow) clearTimeout(unanswered);
    return;
  }
  if (event.source !== parent) return;
  child = document.createElement("iframe");
  child.setAttribute("sandbox", "allow-scripts");
  child.referrerPolicy = "no-referrer";
  child.addEventListener("load", () => ask(false));
  child.srcdoc = build(event.data);
  document.body.append(child);
});

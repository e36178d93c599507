import type { RunPreview } from "./message.ts";

/** The text of `preview-guard.ts`, put in when the frame's file is made. */
declare const guard: string;

// The page is read by a parser that loads nothing, before any of it is live.
const unwanted =
  'iframe, frame, object, embed, portal, fencedframe, base, meta[http-equiv="refresh" i], meta[http-equiv="x-dns-prefetch-control" i], ' +
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
  return `<body><script${type}>\n${escapeScript(source)}\n</script>`;
}

function build(run: RunPreview): string {
  const page = new DOMParser().parseFromString(pageOf(run), "text/html");
  clean(page);
  const head = page.createElement("head");
  const quiet = page.createElement("meta");
  quiet.httpEquiv = "x-dns-prefetch-control";
  quiet.content = "off";
  const first = page.createElement("script");
  first.textContent = guard;
  head.append(quiet, first);
  page.head.prepend(...head.childNodes);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

let isRunning = false;
addEventListener("message", (event: MessageEvent<RunPreview>) => {
  if (isRunning || event.source !== parent) return;
  isRunning = true;
  const inner = document.createElement("iframe");
  inner.setAttribute("sandbox", "allow-scripts");
  inner.referrerPolicy = "no-referrer";
  inner.srcdoc = build(event.data);
  document.body.append(inner);
});

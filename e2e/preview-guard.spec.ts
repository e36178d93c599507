import { connectionAllowlists } from "../scripts/csp.ts";
import { preview } from "./pages/preview-panel.ts";
import { type Listener, startListener } from "./support/listener.ts";
import { expect, test } from "./support/test.ts";
import { watchWaysOut } from "./support/ways-out.ts";

let listener: Listener;
test.beforeEach(async () => {
  listener = await startListener();
});
test.afterEach(() => listener.close());

test.describe("Without the header that a plain host cannot send", () => {
  const allowlists = connectionAllowlists as Record<string, string>;
  const sent = { ...allowlists };
  test.beforeEach(() => {
    for (const name of Object.keys(sent)) delete allowlists[name];
  });
  test.afterEach(() => void Object.assign(allowlists, sent));

  test("A click with any button and key opens and loads nothing", async ({ chat, ollama, page, site }) => {
    const names = ["plain", "stopped", "shadow", "late", "xlink", "use"];
    const code = `<!doctype html><style>body { margin: 0 } .row { display: block; height: 40px }</style><body>
<a class=row href="$E/plain">plain</a><a class=row href="$E/stopped" onclick="event.stopPropagation()" onauxclick="event.stopPropagation()">stopped</a>
<div class=row id=host></div><a class=row href="javascript:void 0" id=late>late</a><svg class=row width=200><a xlink:href="$E/xlink"><rect width=200 height=40 /></a></svg><svg class=row width=200><defs><a id=drawn href="$E/use"><rect width=200 height=40 fill=red /></a></defs><use href="#drawn" /></svg><a class=row href="#x" id=x>inside</a><a class=row href="/own" id=own>own</a>
<script>
host.attachShadow({ mode: "closed" }).innerHTML = "<a style='display: block; height: 40px' href='$E/shadow'>shadow</a>";
for (const type of ["click", "auxclick"]) late.addEventListener(type, () => { late.href = "$E/late" });
addEventListener("click", (event) => { if (event.target === own && !event.defaultPrevented) { event.preventDefault(); console.log("own " + event.defaultPrevented) } }, true);
addEventListener("hashchange", () => console.log("at " + location.hash));
const go = (init) => { const a = document.createElement("a"); a.href = "$E/made"; for (const type of ["click", "auxclick"]) a.addEventListener(type, (event) => event.stopImmediatePropagation(), true); a.dispatchEvent(new MouseEvent("click", { cancelable: false, ...init })); a.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ...init })); a.click() };
for (const type of ["click", "auxclick"]) addEventListener(type, () => go({ ctrlKey: true }));
Event.prototype.preventDefault = () => {}; Event.prototype.composedPath = () => [];
addEventListener("click", (event) => event.stopImmediatePropagation(), true);
</script>`;
    const seen = watchWaysOut(page, site.url);
    const panel = await preview(chat, ollama, "html", code.replaceAll("$E", listener.url));
    await panel.consoleButton.click();
    await expect(panel.content.getByText("plain")).toBeVisible();
    const place = await page.locator('iframe[title="Previewed page"]').boundingBox();
    seen.requests.length = 0;
    seen.events.length = 0;
    const click = (row: number, button: "left" | "middle" = "left") =>
      page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 40 * row + 15, { button });
    for (let row = 0; row < names.length; row += 1) {
      await click(row, "middle");
      for (const key of ["Control", "Shift", "Alt", "Control+Shift"]) {
        for (const part of key.split("+")) await page.keyboard.down(part);
        await click(row);
        for (const part of key.split("+")) await page.keyboard.up(part);
      }
      await click(row);
      // Of a copied link the guard sees only the copy.
      if (names[row] !== "use")
        await expect(panel.console).toContainText(`Blocked: link ${listener.url}/${names[row] ?? ""}`);
    }
    await click(7);
    await expect(panel.console).toContainText("own true");
    await page.waitForTimeout(700);
    await expect(panel.console).not.toContainText("Blocked: link /own");
    expect(seen.requests).toEqual([]);
    expect(seen.events).toEqual([]);
    expect(listener.requests).toEqual([]);
    await click(6);
    await expect(panel.console).toContainText("at #x");
  });

  const inner = `<script>top.postMessage({ type: "console", level: "log", text: "inner " + typeof RTCPeerConnection }, "*");
addEventListener("message", () => parent.postMessage("preview!", "*"));
const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:$P" }] }); p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o))</scr`;
  const frame = "const i = document.createElement('iframe'); i.srcdoc = S;";
  const written = `"<iframe srcdoc='" + S.replaceAll("'", "&apos;") + "'></iframe></template></div>"`;
  const undone: readonly (readonly [string, string])[] = [
    [
      "other built-ins in their places",
      `for (const type of [Element, Node, MutationRecord, NodeList, Event, EventTarget, MutationObserver, Function, RegExp, String]) {
  for (const name of ["matches", "querySelectorAll", "remove", "removeChild", "nodeType", "parentNode", "addedNodes", "type", "target", "length", "observe", "call", "apply", "bind", "exec", "addEventListener"]) {
    if (name in type.prototype) try { Object.defineProperty(type.prototype, name, { configurable: true, value: type === Node && name === "removeChild" ? () => {} : () => false }) } catch {}
  }
}
Array.prototype[Symbol.iterator] = NodeList.prototype[Symbol.iterator] = function* () {};
Array.prototype.map = () => { throw new Error("map") };
const d = document.createElement("div"); d.append(i); document.body.append(d, i.cloneNode())`,
    ],
    [
      "a native that is handed over",
      `let native; Function.prototype.call = Function.prototype.apply = function () { native ??= this };
const d = document.createElement("div"); d.attachShadow({ mode: "closed" }); document.body.append(d);
const e = document.createElement("div"); document.body.append(e); const r = native && Reflect.apply(native, e, [{ mode: "closed" }]); (r ?? e).append(i)`,
    ],
    [
      "a name of several arguments",
      `setTimeout(() => document.write("<div><template shadowroot", "mode=closed>" + ${written}), 100)`,
    ],
    [
      "a name of several writes",
      `setTimeout(() => { document.write("<div><templ"); document.write("ate shadow"); document.write("rootmode=closed>" + ${written}) }, 100)`,
    ],
    [
      "a name read for text first",
      `document.write("<div><template shadowroot")</script>mode=closed><iframe srcdoc="&lt;script>top.postMessage({ type: 'console', level: 'log', text: 'inner' }, '*')&lt;/script>"></iframe></template></div><script>`,
    ],
    [
      "markup that is text at first",
      `</script><noscript><style></noscript><div><template shadowrootmode=closed><iframe srcdoc="&lt;script>top.postMessage({ type: 'console', level: 'log', text: 'inner' }, '*')&lt;/script>"></iframe></template></div></style></noscript><script>`,
    ],
    [
      "markup that is set",
      `setTimeout(() => { const d = document.createElement("div"); document.body.append(d); d.setHTML?.("<div><template shado" + "wrootmode=open><p>x</p></template></div>", { sanitizer: {} }); d.firstChild?.shadowRoot.append(i) }, 100)`,
    ],
    [
      "markup that is read",
      `setTimeout(() => { const { body } = Document.parseHTML?.("<div><template shado" + "wrootmode=open><p>x</p></template></div>", { sanitizer: {} }) ?? new Document(); const d = body?.firstChild; if (d) document.body.append(d); d?.shadowRoot.append(i) }, 100)`,
    ],
    [
      "a clone",
      `const h = document.createElement("div"); h.attachShadow({ mode: "open", clonable: true, serializable: true }).append(i); document.body.append(h.cloneNode(true))`,
    ],
  ];
  for (const [way, code] of undone) {
    test(`A frame inside a preview does not come back by ${way}`, async ({ chat, ollama, page }) => {
      const source = `const S = ${JSON.stringify(inner.replace("$P", String(listener.port)))} + "ipt>";`;
      const panel = await preview(chat, ollama, "html", `<body><script>${source}${frame}${code}</script>`);
      await panel.consoleButton.click();
      await page.waitForTimeout(1500);
      await expect(panel.console).not.toContainText("inner");
      expect(listener.heard.packets).toBe(0);
    });
  }
});

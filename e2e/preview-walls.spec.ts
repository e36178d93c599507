import { preview } from "./pages/preview-panel.ts";
import { type Listener, startListener } from "./support/listener.ts";
import { expect, test } from "./support/test.ts";
import { watchWaysOut } from "./support/ways-out.ts";

let listener: Listener;
test.beforeEach(async () => {
  listener = await startListener();
});
test.afterEach(() => listener.close());

/** Ways out that leave the page where it is; each in a try of its own. `$E` is the listener, `$W` its socket. */
const attempts = `
fetch("$E/fetch"); fetch("$E/nocors", { mode: "no-cors", method: "POST", body: "x" })
fetch("$E/keepalive", { keepalive: true })
const x = new XMLHttpRequest(); x.open("GET", "$E/xhr"); x.send()
new WebSocket("$W/socket")
new EventSource("$E/events")
navigator.sendBeacon("$E/beacon", "x")
new Image().src = "$E/image"
for (const t of ["script", "video", "audio", "iframe", "embed", "track"]) { const e = document.createElement(t); e.src = "$E/" + t; document.body.append(e) }
const o = document.createElement("object"); o.data = "$E/object"; document.body.append(o)
for (const rel of ["stylesheet", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "icon", "manifest", "prerender"]) { const l = document.createElement("link"); l.rel = rel; l.as = "script"; l.href = "$E/" + rel; document.head.append(l) }
document.head.insertAdjacentHTML("beforeend", "<style>@import '$E/import'; @font-face { font-family: q; src: url($E/font) } body { font-family: q; background: url($E/background); cursor: url($E/cursor), auto }</style>")
document.body.insertAdjacentHTML("beforeend", "<svg><image href='$E/svg-image'/><use href='$E/use#a'/></svg><input type=image src='$E/input'><picture><source srcset='$E/srcset'><img></picture><video poster='$E/poster'></video>")
new FontFace("f", "url($E/font-face)").load()
import("$E/module")
new Worker("$E/worker")
new Worker(URL.createObjectURL(new Blob(["fetch('$E/worker-fetch'); importScripts('$E/worker-script')"])))
new Worker(URL.createObjectURL(new Blob(["new WebSocket('$W/worker-socket'); const r = new XMLHttpRequest(); r.open('GET', '$E/worker-xhr'); r.send()"])))
new SharedWorker("$E/shared-worker")
navigator.serviceWorker.register("$E/service-worker")
new WebTransport("https://127.0.0.1:$P/")
const s = document.createElement("script"); s.type = "speculationrules"; s.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: ["$E/speculation"] }] }); document.head.append(s)
const a = document.createElement("a"); a.href = "$E/link"; a.ping = "$E/ping"; a.textContent = "a"; document.body.append(a); a.click()
const b = document.createElement("a"); b.href = "$E/blank"; b.target = "_blank"; document.body.append(b); b.click()
const d = document.createElement("a"); d.href = "data:text/plain,x"; d.download = "x.txt"; document.body.append(d); d.click()
const f = document.createElement("form"); f.action = "$E/form"; document.body.append(f); f.submit()
const g = document.createElement("form"); g.action = "$E/form-top"; g.target = "_top"; g.method = "post"; document.body.append(g); g.requestSubmit()
window.open("$E/open")
window.open.call(top, "$E/open-top", "_top")
top.location = "$E/top"
parent.location = "$E/parent"
parent.parent.location.href = "$E/grandparent"
top.close()
alert("alert"); confirm("confirm"); prompt("prompt"); print()
for (const src of ["javascript:fetch('$E/js-frame')", "data:text/html,<img src=$E/data-frame>", URL.createObjectURL(new Blob(["<img src=$E/blob-frame>"], { type: "text/html" }))]) { const i = document.createElement("iframe"); i.src = src; document.body.append(i) }
const r = document.createElement("iframe"); r.srcdoc = "<img src='$E/srcdoc'><script>fetch('$E/srcdoc-fetch')</scr" + "ipt>"; document.body.append(r)
document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" }).innerHTML = "<img src='$E/shadow'>"
new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:$P" }] })
new webkitRTCPeerConnection({})
history.back(); history.go(-1)
document.cookie = "a=b"
indexedDB.open("candor")
caches.open("c")
parent.document.body.innerHTML = "gone"
`;

test("Nothing leaves a preview", async ({ chat, ollama, page, site, complaints }) => {
  const lines = attempts
    .trim()
    .replaceAll("$E", listener.url)
    .replaceAll("$W", listener.url.replace("http", "ws"))
    .replaceAll("$P", String(listener.port))
    .split("\n")
    .map(
      (line) =>
        `try { eval(${JSON.stringify(line).replaceAll("</", "<\\/")}) } catch (error) { refused.push(error.name) }`,
    );
  const code = `<!doctype html><html><head><link rel=preconnect href="${listener.url}"><link rel=dns-prefetch href="${listener.url}">
<base href="${listener.url}/"></head><body><p>Trying</p><img src="still"><iframe src="${listener.url}/still-frame"></iframe>
<script>const refused = [];\n${lines.join("\n")}\nsetTimeout(() => console.log("tried ${lines.length}, refused", refused.length), 800);</script></body></html>`;
  const seen = watchWaysOut(page, site.url);
  const panel = await preview(chat, ollama, "html", code);
  seen.events.length = 0;
  seen.requests.length = 0;
  const address = page.url();
  await panel.consoleButton.click();
  await expect(panel.console).toContainText(`tried ${lines.length}, refused`);
  await expect(panel.console).toContainText("Blocked: connect-src");
  await expect(panel.content.getByText("Trying")).toBeVisible();
  // Nothing to wait for: what must not come would have come by now.
  await page.waitForTimeout(1000);
  expect(listener.requests).toEqual([]);
  expect(listener.heard).toEqual({ connections: 0, packets: 0 });
  expect(seen.events).toEqual([]);
  expect(page.url()).toBe(address);
  await expect(chat.composer).toBeVisible();
  expect(complaints.filter((complaint) => !/Error/.test(complaint))).toEqual([]);
  complaints.length = 0;
});

const ways: readonly (readonly [string, string])[] = [
  ["location", "<script>setTimeout(() => { location = '$E/x' }, 200)</script>"],
  ["location.replace", "<script>setTimeout(() => location.replace('$E/x'), 200)</script>"],
  ["an address of the app", "<script>setTimeout(() => { location = '$A/?q=stolen' }, 200)</script>"],
  [
    "a meta refresh that came late",
    "<script>document.head.innerHTML += '<meta http-equiv=refresh content=\"0;url=$E/x\">'; location.href = '$E/y'</script>",
  ],
];
for (const [way, code] of ways) {
  test(`A preview that leads elsewhere by ${way} is stopped`, async ({ chat, ollama, page, site }) => {
    const seen = watchWaysOut(page, site.url);
    const own: string[] = [];
    page.on("request", (request) => void (request.url().includes("stolen") && own.push(request.url())));
    const panel = await preview(
      chat,
      ollama,
      "html",
      `<p>Going</p>${code.replaceAll("$E", listener.url).replaceAll("$A", site.url)}`,
    );
    seen.events.length = 0;
    await expect(panel.root.getByRole("status").filter({ hasText: "tried to leave its page" })).toBeVisible();
    await page.waitForTimeout(500);
    expect(listener.requests).toEqual([]);
    // The server of these tests sends the header that also keeps a blocked address from being looked up and connected to.
    expect(listener.heard).toEqual({ connections: 0, packets: 0 });
    expect(seen.events).toEqual([]);
    expect(own).toEqual([]);
    await expect(chat.composer).toBeVisible();
  });
}

test("A preview cannot reach the app, its storage or its keys", async ({ chat, ollama, page }) => {
  await page.evaluate(() => localStorage.setItem("candor.secret", "key of the app"));
  const code = `<script>
const tell = (name, read) => { try { console.log(name + ": " + read()) } catch (error) { console.log(name + ": " + error.name) } };
tell("origin", () => origin);
tell("local", () => localStorage.getItem("candor.secret"));
tell("cookie", () => document.cookie);
tell("parent", () => parent.document.title);
tell("top", () => top.document.title);
tell("address", () => top.location.href);
tell("frames", () => parent.parent.frames[0].document.title);
tell("rtc", () => Object.getOwnPropertyNames(window).filter((name) => /RTC|WebTransport/.test(name)).length);
tell("child", () => { const i = document.createElement("iframe"); document.documentElement.append(i); return typeof i.contentWindow.RTCPeerConnection });
tell("indexed", () => indexedDB.open("candor").onerror);
for (const message of [null, 5, { type: "console" }, { type: "console", level: "no", text: "<b>" }, { type: "other" }, { type: "console", level: "log", text: {} }]) top.postMessage(message, "*");
top.postMessage({ type: "console", level: "log", text: "<img src=x onerror=alert(1)>".padEnd(1e6, "x") }, "*");
console.log("end");
</script><body>`;
  const panel = await preview(chat, ollama, "html", code);
  await panel.consoleButton.click();
  await expect(panel.console).toContainText("end");
  const said = await panel.console.locator("p").allTextContents();
  expect(said.slice(0, 7)).toEqual([
    "origin: null",
    "local: null",
    "cookie: SecurityError",
    "parent: SecurityError",
    "top: SecurityError",
    "address: SecurityError",
    "frames: SecurityError",
  ]);
  expect(said).toContain("rtc: 0");
  expect(said).toContain("child: SecurityError");
  expect(said).toContain("indexed: SecurityError");
  expect(said.every((line) => line.length <= 4000)).toBe(true);
  await expect(panel.console.locator("img")).toHaveCount(0);
});

test("A frame inside a preview, which would have WebRTC again, never runs", async ({ chat, ollama }) => {
  const inner =
    "<script>top.postMessage({ type: 'console', level: 'log', text: 'inner ' + typeof RTCPeerConnection }, '*')</scr";
  const code = `<body><iframe srcdoc="${inner}ipt>"></iframe><script>
const source = ${JSON.stringify(`${inner}`)} + "ipt>";
const add = (root) => { const i = document.createElement("iframe"); i.srcdoc = source; root.append(i); return i };
const i = add(document.body);
const j = document.createElement("iframe"); j.src = "javascript:" + source.replace(/<[^>]*>|<\\/scr$/g, ""); document.body.append(j);
document.body.insertAdjacentHTML("beforeend", "<object data='about:blank'></object><div><iframe srcdoc='" + source.replaceAll("'", "&apos;") + "'></iframe></div>");
const host = document.createElement("div"); document.body.append(host); add(host.attachShadow({ mode: "closed" }));
document.open; setTimeout(() => { document.write("<iframe srcdoc='" + source.replaceAll("'", "&apos;") + "'></iframe>"); document.close() }, 300);
setTimeout(() => console.log("end " + document.querySelectorAll("iframe, object").length), 900);
</script>`;
  const panel = await preview(chat, ollama, "html", code);
  await panel.consoleButton.click();
  await expect(panel.console).toContainText("end 0");
  await expect(panel.console).not.toContainText("inner");
  await expect(panel.console).toContainText("Blocked: <iframe>");
});

test("With network allowed for this preview, the same fetch arrives; the next one has none", async ({
  chat,
  ollama,
}) => {
  const code = `<script>fetch("${listener.url}/fetch").then(() => console.log("arrived"), () => console.log("refused"))</script>`;
  const panel = await preview(chat, ollama, "html", code);
  await panel.consoleButton.click();
  await expect(panel.console).toContainText("refused");
  expect(listener.requests).toEqual([]);
  await panel.button("No network").click();
  await panel.button("Allow network for this preview").click();
  await expect(panel.console).toContainText("arrived");
  expect(listener.requests).toEqual(["GET /fetch"]);
  await expect(panel.button("Network allowed")).toBeVisible();

  const next = await preview(chat, ollama, "html", code.replace("/fetch", "/next"));
  await expect(next.button("No network")).toBeVisible();
  await next.consoleButton.click();
  await expect(next.console).toContainText("refused");
  expect(listener.requests).toEqual(["GET /fetch"]);
});

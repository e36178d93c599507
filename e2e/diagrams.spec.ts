import { readFileSync } from "node:fs";
import type { Locator, Request } from "@playwright/test";
import { startListener } from "./support/listener.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const diagram = (source: string): string => `Look:\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
const flow = "flowchart LR\n  A[Ask the model] --> B{Is it right?}\n  B -->|yes| C[Done]\n  B -->|no| A";

/** The picture's own size; 0 while it is not loaded or cannot be shown. */
const naturalWidth = (image: Locator) =>
  image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0));

test("A diagram is drawn once it is complete, with its source a click away", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({
    about: "a diagram",
    steps: [{ say: `Look:\n\n\`\`\`mermaid\n${flow}` }, { pause: true }, { say: "\n```\n\nThat was it." }],
  });
  const scripts: string[] = [];
  page.on(
    "request",
    (request) =>
      void (
        /frames\/diagram|assets\/mermaid-[0-9a-f]{8}\.js/.test(request.url()) && scripts.push(request.url())
      ),
  );
  await chat.ask("Draw");
  const body = chat.body(chat.reply);
  await expect(body).toContainText("B -->|no| A");
  await expect(body.getByRole("img")).toHaveCount(0);
  expect(scripts).toEqual([]);
  ollama.release();
  const image = body.getByRole("img", { name: /^Diagram, flowchart.*: flowchart LR$/ });
  await expect(image).toBeVisible();
  await expect.poll(() => naturalWidth(image)).toBeGreaterThan(200);
  expect(scripts).toHaveLength(2);
  const [shown, natural] = [await image.boundingBox(), await naturalWidth(image)];
  expect(shown?.width).toBe(natural);
  await expect(body).toContainText("B{Is it right?}");

  await body.getByRole("button", { name: "Show source of the diagram" }).click();
  await expect(body.getByRole("img")).toHaveCount(0);
  await expect(body.getByRole("button", { name: "Copy code" })).toBeVisible();
  const back = body.getByRole("button", { name: "Show diagram", exact: true });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(image).toBeVisible();
  await expect(body.getByRole("button", { name: "Show source of the diagram" })).toBeFocused();

  const download = page.waitForEvent("download");
  await body.getByRole("button", { name: "Download diagram as SVG" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg.replaceAll(/<[^>]*>/g, "")).toContain("Ask the model");
  expect(svg).not.toContain("foreignObject");

  await body.getByRole("button", { name: "Show diagram in full size" }).click();
  const dialog = page.getByRole("dialog", { name: "Diagram" });
  const large = dialog.getByRole("img");
  await dialog.getByRole("button", { name: "Larger" }).click();
  await expect.poll(async () => (await large.boundingBox())?.width).toBeCloseTo(natural * 1.5, 0);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("A diagram is drawn again in the colours of the other theme", async ({ chat, ollama, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  ollama.script(says(diagram(flow)));
  await chat.ask("Draw");
  const image = chat.body(chat.reply).getByRole("img");
  await expect(image).toBeVisible();
  const light = await image.getAttribute("src");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => image.getAttribute("src")).not.toBe(light);
});

test("A diagram with an error keeps its source and says what is wrong", async ({ chat, ollama }) => {
  ollama.script(says(`${diagram("flowchart LR\n  A --> --> B")}\n${diagram(flow)}`));
  await chat.ask("Draw");
  const body = chat.body(chat.reply);
  await expect(body.getByRole("img")).toHaveCount(1);
  await expect(body.locator("[data-error]")).toHaveAttribute(
    "data-error",
    /^This diagram cannot be drawn: .*line 2/,
  );
  await expect(body.locator("[data-error]")).toContainText("A --> --> B");
  await expect(body).not.toContainText("cannot be drawn");
  await expect(body.getByRole("button", { name: "Copy code" })).toHaveCount(1);
});

for (const [what, lost] of [
  ["frame", /frames\/diagram\.html/],
  ["library", /assets\/mermaid-/],
] as const) {
  test(`Without the ${what} that draws them diagrams say so, and are drawn once it is there`, async ({
    chat,
    ollama,
    page,
  }) => {
    await page.route(lost, (route) => route.abort("connectionfailed"));
    ollama.script(says(`${diagram(flow)}\n${diagram("flowchart LR\n  A --> B")}`));
    await chat.ask("Draw");
    const body = chat.body(chat.reply);
    const places = body.locator(".markdown-diagram-place");
    for (const place of [places.first(), places.nth(1)]) {
      await expect(place).toHaveAttribute("data-error", "What draws diagrams could not be loaded.");
    }
    await expect(body).toContainText("A[Ask the model]");
    await page.unroute(lost);
    await body.getByRole("button", { name: "Show diagram", exact: true }).first().press("Enter");
    await expect.poll(() => naturalWidth(body.getByRole("img").first())).toBeGreaterThan(200);
    await expect(body.getByRole("button", { name: "Show source of the diagram" }).first()).toBeFocused();
  });
}

test("Every kind of diagram that models write is drawn", async ({ chat, ollama }) => {
  const kinds = [
    "sequenceDiagram\n  Alice->>Bob: Hello",
    "classDiagram\n  Animal <|-- Duck\n  Animal : +int age",
    "stateDiagram-v2\n  [*] --> Still\n  Still --> [*]",
    "erDiagram\n  CUSTOMER ||--o{ ORDER : places",
    "gantt\n  title A plan\n  dateFormat YYYY-MM-DD\n  section One\n  Task :a1, 2024-01-01, 30d",
    'pie title Pets\n  "Dogs" : 386\n  "Cats" : 85',
    "mindmap\n  root((mind))\n    One\n    Two",
    "timeline\n  title History\n  2002 : LinkedIn\n  2004 : Facebook",
    "gitGraph\n  commit\n  branch develop\n  commit",
    "journey\n  title My day\n  section Work\n    Tea: 5: Me",
  ];
  ollama.script(says(kinds.map(diagram).join("\n")));
  await chat.ask("Draw them all");
  const body = chat.body(chat.reply);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const [index, kind] of kinds.entries()) {
    const image = body.getByRole("img", { name: kind.split("\n")[0] ?? "" });
    await body.locator(".markdown-diagram-place").nth(index).scrollIntoViewIfNeeded();
    await expect(image).toBeVisible();
    await expect.poll(() => naturalWidth(image)).toBeGreaterThan(20);
  }
});

test("What a hostile diagram holds makes no request and runs nothing", async ({
  chat,
  ollama,
  page,
  site,
}) => {
  const listener = await startListener();
  const E = listener.url;
  const attacks = [
    `flowchart LR\n  A["<script>parent.postMessage(1,'*')</script><img src='${E}/img' onerror='top.hacked=1'>"] --> B\n  click A "javascript:top.hacked=1"\n  click B href "${E}/click"`,
    `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "* { background: url(${E}/theme) } @import '${E}/import';", "fontFamily": "x; background: url(${E}/font)"}}%%\nflowchart LR\n  A["<img src='${E}/loose'><iframe src='${E}/frame'></iframe>"] --> B`,
    `flowchart LR\n  A["x"]\n  style A fill:url(${E}/style),background:url(${E}/style2)\n  classDef c fill:#fff,background-image:url(${E}/class)\n  class A c`,
    `flowchart LR\n  A@{ img: "${E}/shape", label: "x", w: 60, h: 60 }`,
    `sequenceDiagram\n  participant A\n  link A: x @ javascript:top.hacked=1\n  A->>A: <svg onload=top.hacked=1><image href="${E}/svg"/></svg>`,
  ];
  const foreign: Request[] = [];
  page.on("request", (request) => {
    const isOwn = [site.url, ollama.url, "blob:", "data:", "about:"].some((start) =>
      request.url().startsWith(start),
    );
    if (!isOwn) foreign.push(request);
  });
  ollama.script(says(attacks.map(diagram).join("\n")));
  await chat.ask("Attack");
  const body = chat.body(chat.reply);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const [index] of attacks.entries()) {
    const place = body.locator(".markdown-diagram-place").nth(index);
    await place.scrollIntoViewIfNeeded();
    await expect(place).toHaveAttribute("data-drawn", /drawn|fault/);
  }
  await page.waitForTimeout(1000);
  expect(listener.requests).toEqual([]);
  expect(listener.heard.connections).toBe(0);
  // What the policy refused is reported by the browser as begun, and never left it.
  const left = foreign.filter((request) => request.failure()?.errorText !== "csp");
  expect(left.map((request) => request.url())).toEqual([]);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  await expect(body.locator("script, svg:not([aria-hidden]), a[href^=javascript]")).toHaveCount(0);

  // Opened by itself, a file has no policy around it.
  const downloads = body.getByRole("button", { name: "Download diagram as SVG" });
  expect(await downloads.count()).toBeGreaterThan(0);
  for (const button of await downloads.all()) {
    const download = page.waitForEvent("download");
    await button.click();
    const svg = readFileSync(await (await download).path(), "utf8");
    expect(svg).not.toMatch(/<[^>]*\s(?:on\w+|src|(?:xlink:)?href)="(?!#)/);
    expect(svg).not.toMatch(/<(?:script|img|image|iframe|a)\b|@import|url\((?!["']?#)/);
  }
  await listener.close();
});

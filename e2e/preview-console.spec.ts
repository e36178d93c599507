import { preview } from "./pages/preview-panel.ts";
import { expect, test } from "./support/test.ts";

test("After a flood the console goes on with what comes then", async ({ chat, ollama }) => {
  const panel = await preview(
    chat,
    ollama,
    "js",
    `for (let n = 0; n < 50_000; n += 1) console.log(n);
setTimeout(() => console.warn("after the flood"), 2500);`,
  );
  await expect(panel.console).toContainText("…");
  await expect(panel.console).toContainText("Warning: after the flood");
});

test("The console stays at its newest line, unless I read further up", async ({ chat, ollama }) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<button>More</button><script>
let n = 0;
const more = () => { for (let end = n + 40; n < end; n += 1) console.log("line " + n) };
document.querySelector("button").addEventListener("click", more);
more();
</script>`,
  );
  await panel.consoleButton.click();
  await expect(panel.console.getByText("line 39", { exact: true })).toBeInViewport();
  await panel.content.getByRole("button", { name: "More" }).click();
  await expect(panel.console.getByText("line 79", { exact: true })).toBeInViewport();
  const first = panel.console.getByText("line 3", { exact: true });
  await panel.console.hover();
  await panel.page.mouse.wheel(0, -5000);
  await expect(first).toBeInViewport();
  await panel.content.getByRole("button", { name: "More" }).click();
  await expect(panel.console).toContainText("line 119");
  await expect(first).toBeInViewport();
});

test("A few lines stand at the top of the console", async ({ chat, ollama }) => {
  const panel = await preview(chat, ollama, "js", 'console.log("one"); console.log("two")');
  await expect(panel.console.getByText("two")).toBeVisible();
  const [console, one] = [
    await panel.console.boundingBox(),
    await panel.console.getByText("one").boundingBox(),
  ];
  expect((one?.y ?? 0) - (console?.y ?? 0)).toBeLessThan(20);
});

test("The console has words for whatever a program writes", async ({ chat, ollama }) => {
  const panel = await preview(
    chat,
    ollama,
    "js",
    `console.log([undefined, NaN, 10n, () => 1, new Error("inside"), new Set([1])]);
console.log(new Map([["a", 1]]), { b: null }, document.body);
console.dir({ c: 1 });
console.group("Group");
console.groupEnd();
console.count();
console.count();
console.trace("here");
console.time("work");
console.timeEnd("work");
const round = {};
round.round = round;
console.log(round);`,
  );
  await expect(panel.console.locator("p")).toHaveText([
    '["undefined","NaN","10","() => 1","Error: inside",[1]]',
    /^\[\["a",1\]\] \{"b":null\} <body>/,
    '{"c":1}',
    "Group",
    "default: 1",
    "default: 2",
    "Trace: here",
    /^work: [\d.]+ ms$/,
    "[object Object]",
  ]);
});

for (const [kind, source, line] of [
  ["js", '\nconst first = 1;\nthrow new Error("here")', 3],
  ["html", '<p>A part</p>\n<script>\nthrow new Error("here")\n</script>', 3],
  [
    "html",
    '<!doctype html>\n<html lang="en">\n<head>\n<title>x</title>\n</head>\n<body>\n<script>\nthrow new Error("here")\n</script>\n</body>\n</html>',
    8,
  ],
] as const)
  test(`An error in line ${line} of ${kind} beginning with ${JSON.stringify(source.slice(0, 5))} names that line`, async ({
    chat,
    ollama,
    complaints,
  }) => {
    const panel = await preview(chat, ollama, kind, source);
    if (kind === "html") await panel.consoleButton.click();
    await expect(panel.console).toContainText(new RegExp(`srcdoc:${line}\\b`));
    complaints.length = 0;
  });

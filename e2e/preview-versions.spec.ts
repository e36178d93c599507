import { codeBlock, PreviewPanel } from "./pages/preview-panel.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A version that came again is a version of its own", async ({ chat, ollama, page }) => {
  ollama.script(says(["A", "B", "A"].map((text) => codeBlock("html", `<h1>${text}</h1>`)).join("\n")));
  await chat.ask("There and back");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Preview", exact: true }).last().click();
  const panel = new PreviewPanel(page);
  const back = panel.button("Previous version of the preview");
  for (const [place, text] of [
    ["3 / 3", "A"],
    ["2 / 3", "B"],
    ["1 / 3", "A"],
  ] as const) {
    await expect(panel.root).toContainText(`version ${place}`);
    await expect(panel.content.getByRole("heading", { name: text })).toBeVisible();
    if (await back.isEnabled()) await back.click();
  }
  await expect(back).toBeDisabled();
});

test("Code between tildes is a version as soon as it is complete", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "two pages between tildes",
    steps: [
      { say: "~~~html\n<h1>First</h1>\n~~~\n\nThen:\n\n" },
      { pause: true },
      { say: "~~~html\n<h1>Second</h1>\n~~~\n\nThat is it." },
      { pause: true },
    ],
  });
  await chat.ask("Two pages");
  await chat.reply.getByRole("button", { name: "Preview", exact: true }).click();
  const panel = new PreviewPanel(page);
  await expect(panel.content.getByRole("heading", { name: "First" })).toBeVisible();
  await expect(panel.root).not.toContainText("not in this branch");
  ollama.release();
  await expect(panel.root).toContainText("version 1 / 2");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
});

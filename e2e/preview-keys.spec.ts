import { preview } from "./pages/preview-panel.ts";
import { expect, test } from "./support/test.ts";

test("A preview that says Escape was pressed does not take what I type elsewhere", async ({
  chat,
  ollama,
  page,
}) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<p>x</p><script>
addEventListener("message", () => {});
setInterval(() => { top.postMessage({ type: "escape" }, "*"); console.log("said") }, 100);
</script>`,
  );
  await chat.composer.click();
  await expect(panel.consoleButton).toHaveAccessibleName(/^Console: [2-9]\d* messages/);
  await page.keyboard.type("for the app", { delay: 20 });
  await expect(chat.composer).toHaveValue("for the app");
  await expect(panel.root).toBeVisible();
});

test("Escape answers the question about the network, and only then closes the preview", async ({
  chat,
  ollama,
  page,
}) => {
  const panel = await preview(chat, ollama, "html", "<p>x</p>");
  await panel.button("No network").press("Enter");
  await panel.button("Allow network for this preview").focus();
  await page.keyboard.press("Escape");
  await expect(panel.root.getByRole("alert")).toHaveCount(0);
  await expect(panel.button("No network")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.root).toHaveCount(0);
});

test("The focus stays in a preview whose controls come and go", async ({ chat, ollama }) => {
  const panel = await preview(chat, ollama, "html", "<p>x</p>");
  await panel.button("No network").press("Enter");
  await panel.button("Keep it off").press("Enter");
  await expect(panel.button("No network")).toBeFocused();
  await panel.button("No network").press("Enter");
  await panel.button("Allow network for this preview").press("Enter");
  await expect(panel.button("Network allowed")).toBeFocused();
  await panel.button("Stop preview").press("Enter");
  await expect(panel.root.getByRole("status").filter({ hasText: "stopped" })).toBeVisible();
  await expect(panel.button("Stop preview")).toBeFocused();
  await expect(panel.button("Stop preview")).toHaveAttribute("aria-disabled", "true");
  await panel.button("Reload preview").last().press("Enter");
  await expect(panel.root.getByRole("heading", { name: "HTML" })).toBeFocused();
});

test("A link that is a program runs it", async ({ chat, ollama }) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<script>function say(text) { console.log("said " + text) }</script>
<a href="javascript:say('%61%25')">Say</a> <a href="javascript:say('100%')">Half</a> <a href="javascript:void(0)" onclick="say('once')">Once</a>`,
  );
  await panel.consoleButton.click();
  await panel.content.getByRole("link", { name: "Say" }).click();
  await expect(panel.console).toContainText("said a%");
  await panel.content.getByRole("link", { name: "Half" }).click();
  await expect(panel.console).toContainText("said 100%");
  await panel.content.getByRole("link", { name: "Once" }).click();
  await expect(panel.console).toContainText("said once");
  await expect(panel.consoleButton).toHaveAccessibleName("Console: 3 messages, 0 errors");
});

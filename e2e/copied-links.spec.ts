import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("A reply as rich text has no link that leads elsewhere than its words say", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(says("[https://bank.example](https://evil.example/x) and [words](https://a.example/)."));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Copy as…" }).click();
  await page.getByRole("menuitem", { name: "Copy as rich text" }).click();
  const copied = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      // Until it is written there is none.
      if (!item?.types.includes("text/html")) return "";
      return (await item.getType("text/html")).text();
    });
  await expect.poll(copied).toContain('href="https://a.example/"');
  expect(await copied()).toContain("https://bank.example (https://evil.example/x)");
  expect(await copied()).not.toContain('href="https://evil.example');
});

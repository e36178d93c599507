import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("The box of a task stands beside its first line, with blank lines between the tasks and without", async ({
  chat,
  ollama,
}) => {
  ollama.script(says("- [x] One\n- [ ] Two\n\nThen\n\n- [x] Three\n\n- [ ] Four\n\n  More.\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const items = chat.body(chat.reply).getByRole("listitem");
  await expect(items).toHaveCount(4);
  for (const item of await items.all()) {
    const [box, words] = await Promise.all([
      item.getByRole("checkbox").boundingBox(),
      item.getByText(/One|Two|Three|Four/).boundingBox(),
    ]);
    if (!box || !words) throw new Error("not shown");
    expect(box.y).toBeGreaterThanOrEqual(words.y);
    expect(box.y + box.height).toBeLessThanOrEqual(words.y + 26);
  }
});

test("Code below a task is as wide as code below any item", async ({ chat, ollama }) => {
  ollama.script(says("- [ ] Task\n\n  ```js\n  x\n  ```\n\nThen\n\n- Item\n\n  ```js\n  x\n  ```\n"));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const blocks = chat.body(chat.reply).getByRole("figure");
  await expect(blocks).toHaveCount(2);
  const [below, other] = await Promise.all([blocks.first().boundingBox(), blocks.last().boundingBox()]);
  expect(below?.width).toBeCloseTo(other?.width ?? 0, 0);
});

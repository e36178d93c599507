import { attackKinds } from "./support/attacks/corpus.ts";
import { exercise } from "./support/attacks/exercise.ts";
import { pageFaults } from "./support/attacks/page-faults.ts";
import { inCuts, labelOf, replyText, whole } from "./support/attacks/reply.ts";
import { expect, test } from "./support/attacks/test.ts";

test.use({ server: { contextLength: 131_072 } });

const slowKinds: readonly string[] = ["depth", "mermaid", "math"];

for (const kind of attackKinds()) {
  test(`Replies full of attacks can only be read: ${kind}`, async ({ chat, corpus, ollama, page }) => {
    test.slow();
    const attacks = corpus.find((group) => group.kind === kind)?.attacks ?? [];
    const each = kind === "depth" ? 8 : 40;
    for (let first = 0; first < attacks.length; first += each) {
      const batch = attacks.slice(first, first + each);
      const text = replyText(kind, batch, first);
      for (const scenario of [whole(text), inCuts(text)]) {
        ollama.script(scenario);
        await chat.ask(`${scenario.about}, from ${first + 1} on`);
        await expect(chat.reply).toHaveAttribute("data-status", "done", { timeout: 30_000 });
        const shown = (await chat.body(chat.reply).textContent()) ?? "";
        const labels = batch.map((_, index) => labelOf(kind, first + index));
        expect(labels.filter((label) => !shown.includes(label))).toEqual([]);
      }
      await exercise(page, 2, slowKinds.includes(kind) ? 1000 : 300);
      expect(await pageFaults(page)).toEqual([]);
    }
  });
}

import { expect, test as base } from "../test.ts";
import { type AttackGroup, readCorpus } from "./corpus.ts";
import { watch, type Watch } from "./watch.ts";

type AttackFixtures = {
  /** What it notices fails the test. */
  watched: Watch;
  /** All attacks, aimed at the server that must hear nothing. */
  corpus: readonly AttackGroup[];
};

export const test = base.extend<AttackFixtures>({
  watched: [
    async ({ context, site, ollama }, use) => {
      const watched = await watch(context, () => [site.url, ollama.url]);
      await use(watched);
      await watched.close();
      expect(watched.incidents, "what the attacks did").toEqual([]);
    },
    { auto: true },
  ],
  corpus: async ({ watched }, use) => use(readCorpus(watched.evil)),
});

export { expect };

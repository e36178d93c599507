import { test as base } from "../test.ts";
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from "./fake-openai.ts";

export { expect } from "../test.ts";

/** The app with a second server beside its own, which speaks OpenAI's API. */
export const test = base.extend<{ gateway: FakeOpenAiOptions; openai: FakeOpenAi }>({
  gateway: [{}, { option: true }],
  openai: async ({ gateway }, use) => {
    const server = await startFakeOpenAi(gateway);
    await use(server);
    await server.close();
  },
});

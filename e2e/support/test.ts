import { test as base, expect } from "@playwright/test";
import { ChatPage } from "../pages/chat-page.ts";
import { serveDist, type ServedDist } from "../../scripts/serve-dist.ts";
import { type FakeOllama, type FakeOllamaOptions, startFakeOllama } from "./fake-ollama.ts";

type TestFixtures = {
  /** How the fake server of this test behaves; set by `test.use({ server: … })`. */
  server: FakeOllamaOptions;
  /** A fake Ollama of this test's own, on another port than the app: CORS is real. */
  ollama: FakeOllama;
  /** Starts another fake Ollama beside it, which ends with the test. */
  startServer: (options?: FakeOllamaOptions) => Promise<FakeOllama>;
  /** What `config.json` says beyond the server's address. */
  config: Record<string, unknown>;
  /** The app, open on a new conversation. */
  chat: ChatPage;
  /** Errors that the page wrote; a test that expects some empties it. */
  complaints: string[];
};

export const test = base.extend<TestFixtures, { site: ServedDist }>({
  site: [
    // Playwright reads the names of fixtures from the first parameter's pattern.
    async ({}, use) => {
      const site = await serveDist();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  server: [{}, { option: true }],
  config: [{}, { option: true }],
  ollama: async ({ server }, use) => {
    const ollama = await startFakeOllama(server);
    await use(ollama);
    await ollama.close();
  },
  startServer: async ({}, use) => {
    const started: FakeOllama[] = [];
    await use(async (options) => {
      const ollama = await startFakeOllama(options);
      started.push(ollama);
      return ollama;
    });
    await Promise.all(started.map((ollama) => ollama.close()));
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("weberror", (error) => complaints.push(String(error.error())));
      context.on("console", (message) => {
        // What the browser writes itself of failed requests has no arguments; what a script writes has.
        if (message.type() === "error" && message.args().length > 0) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints, "errors written by the page").toEqual([]);
    },
    { auto: true },
  ],
  chat: async ({ page, site, ollama, config }, use) => {
    site.setConfig({ servers: [{ name: "Test", url: ollama.url, kind: "ollama" }], ...config });
    const chat = new ChatPage(page, site.url);
    await chat.open();
    await use(chat);
  },
});

export { expect };

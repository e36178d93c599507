import { scenarios } from "../../e2e/support/scenarios.ts";
import { asked, type State } from "./state.ts";

/** Each way in which a reply can fail or end too early. */
export const faultStates: readonly State[] = [
  {
    name: "fault-server-down",
    steps: async ({ chat, ollama, page }) => {
      await page.getByRole("button", { name: /^Model llama/ }).waitFor();
      await ollama.close();
      await chat.ask("Is anybody there?");
      await page.locator('article[data-status="failed"]').waitFor();
    },
  },
  { name: "fault-model-gone", steps: asked(scenarios.modelGone, "failed") },
  { name: "fault-out-of-memory", steps: asked(scenarios.outOfMemory, "failed") },
  { name: "fault-load-fails", steps: asked(scenarios.loadFails, "failed") },
  { name: "fault-401", steps: asked(scenarios.unauthorized, "failed") },
  { name: "fault-403", steps: asked(scenarios.cloudDisabled, "failed") },
  { name: "fault-413", steps: asked(scenarios.tooLarge, "failed") },
  { name: "fault-429", steps: asked(scenarios.rateLimited, "failed") },
  { name: "fault-500", steps: asked(scenarios.serverError, "failed") },
  { name: "fault-queue-full", steps: asked(scenarios.queueFull, "failed") },
  { name: "fault-cut", steps: asked(scenarios.cut, "interrupted") },
  { name: "fault-connection-broken", steps: asked(scenarios.reset, "interrupted") },
  { name: "fault-reason-lost", steps: asked(scenarios.diesMidStream, "failed") },
  { name: "fault-error-member", steps: asked(scenarios.errorMember, "failed") },
  { name: "fault-malformed", steps: asked(scenarios.malformedLine, "failed") },
  {
    name: "fault-stall",
    steps: async (stage) => {
      await stage.page.clock.install();
      await asked(scenarios.stall, "streaming")(stage);
      await stage.page.clock.fastForward(45_000);
      await stage.page.clock.runFor(1000);
    },
  },
  {
    name: "fault-stopped",
    steps: async (stage) => {
      await asked(scenarios.paused, "streaming")(stage);
      await stage.page.waitForTimeout(300);
      await stage.chat.stop.click();
      await stage.page.locator('article[data-status="stopped"]').waitFor();
    },
  },
  {
    name: "fault-interrupted-by-reload",
    steps: async (stage) => {
      await asked(scenarios.paused, "streaming")(stage);
      await stage.page.waitForTimeout(600);
      await stage.page.reload();
      await stage.page.locator('article[data-status="interrupted"]').waitFor();
    },
  },
  {
    name: "fault-retried",
    steps: async (stage) => {
      await asked(scenarios.cut, "interrupted")(stage);
      await stage.chat.reply.getByRole("button", { name: "Retry" }).click();
      await stage.page.locator('article[data-status="done"]').waitFor();
    },
  },
];

import { says, scenarios } from "../../e2e/support/scenarios.ts";
import { asked, type State } from "./state.ts";
import {
  longQuestion,
  longReply,
  richReply,
  rightToLeftQuestion,
  rightToLeftReply,
  thought,
  unbrokenText,
} from "./texts.ts";

const thinker = { config: { defaultModel: "qwen3:8b" } };
const thinking = {
  about: "thinks",
  steps: [{ think: thought }, { say: "It stores the tide behind a dam." }],
};

/** Replies that are complete, and what can be done with them. */
export const replyStates: readonly State[] = [
  {
    name: "done-markdown",
    steps: async (stage) => {
      await asked(says(richReply), "done")(stage);
      await stage.chat.transcript.evaluate((log) => {
        for (let element: Element | null = log; element; element = element.parentElement)
          element.scrollTop = 0;
      });
    },
  },
  { name: "done-markdown-end", steps: asked(says(richReply), "done") },
  { name: "done-short", steps: asked(scenarios.plain, "done", "Hello!") },
  { name: "done-empty", steps: asked(scenarios.empty, "done") },
  { name: "done-thinking-folded", ...thinker, steps: asked(thinking, "done") },
  {
    name: "done-thinking-open",
    ...thinker,
    steps: async (stage) => {
      await asked(thinking, "done")(stage);
      await stage.chat.reply
        .getByText(/^Reasoning/)
        .first()
        .click();
    },
  },
  { name: "done-long-question", steps: asked(scenarios.plain, "done", longQuestion) },
  {
    name: "done-long-scrolled-up",
    steps: async (stage) => {
      await asked(says(longReply), "done")(stage);
      await stage.page.mouse.move(340, 300);
      await stage.page.mouse.wheel(0, -1500);
    },
  },
  { name: "done-unbroken-text", steps: asked(says(unbrokenText), "done", unbrokenText) },
  { name: "done-right-to-left", steps: asked(says(rightToLeftReply), "done", rightToLeftQuestion) },
  { name: "done-unicode", steps: asked(scenarios.unicode, "done") },
  { name: "done-hostile", steps: asked(scenarios.hostile, "done") },
  {
    name: "done-actions",
    steps: async (stage) => {
      await asked(scenarios.plain, "done")(stage);
      await stage.chat.reply.hover();
    },
  },
  {
    name: "done-versions",
    steps: async (stage) => {
      await asked(scenarios.plain, "done")(stage);
      await stage.chat.reply.getByRole("button", { name: "Regenerate" }).click();
      await stage.chat.reply.getByText("2 / 2").waitFor();
    },
  },
  {
    name: "done-editing",
    steps: async (stage) => {
      await asked(scenarios.plain, "done")(stage);
      await stage.chat.questions.last().getByRole("button", { name: "Edit" }).click();
    },
  },
  {
    name: "done-deleted-message",
    steps: async (stage) => {
      await asked(scenarios.plain, "done")(stage);
      await stage.chat.reply.getByRole("button", { name: "Delete" }).click();
    },
  },
  {
    name: "done-unseen",
    server: { contextLength: 200 },
    steps: async (stage) => {
      for (const question of ["First", "Second", "Third"]) {
        await asked(
          says(longReply.slice(0, 400)),
          "done",
          `${question}: ${longQuestion.slice(0, 300)}`,
        )(stage);
        await stage.page.waitForTimeout(500);
      }
      await stage.page.waitForTimeout(1500);
      await stage.chat.questions.first().scrollIntoViewIfNeeded();
    },
  },
  { name: "done-by-length", steps: asked(scenarios.byLength, "done") },
  {
    name: "done-cloud-model",
    server: { account: { name: "somebody", email: "somebody@example.org" } },
    config: { defaultModel: "gpt-oss:120b-cloud" },
    steps: asked(scenarios.plain, "done"),
  },
  {
    name: "practice",
    server: { practice: true, speed: 10 },
    config: { practice: true },
    steps: async ({ chat, page }) => {
      await chat.ask("Hello, who are you?");
      await page.locator('article[data-status="done"]').waitFor();
    },
  },
];

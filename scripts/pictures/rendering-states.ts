import { preview } from "../../e2e/pages/preview-panel.ts";
import { says } from "../../e2e/support/scenarios.ts";
import { asked, type Stage, type State } from "./state.ts";
import { codeReply, diagramReply, longReply, mathReply, previewedPage, tableReply } from "./texts.ts";

const shows = (reply: string) => asked(says(reply), "done");

async function press({ page }: Stage, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click();
}

/** What replies hold beyond words, and what helps to read them. */
export const renderingStates: readonly State[] = [
  {
    name: "render-code",
    steps: async (stage) => {
      await shows(codeReply)(stage);
      await press(stage, "Line numbers");
      await stage.page.waitForTimeout(1500);
    },
  },
  {
    name: "render-math",
    steps: async (stage) => {
      await shows(mathReply)(stage);
      await stage.page.waitForTimeout(1500);
    },
  },
  {
    name: "render-table-sorted",
    steps: async (stage) => {
      await shows(tableReply)(stage);
      await press(stage, "Sort by Built");
    },
  },
  {
    name: "render-diagram",
    steps: async (stage) => {
      await shows(diagramReply)(stage);
      await stage.page.getByRole("img", { name: /^Diagram/ }).waitFor();
      await stage.page.waitForTimeout(1000);
    },
  },
  {
    name: "render-diagram-fault",
    steps: async (stage) => {
      await shows("```mermaid\nflowchart LR\n  A --> --> B\n```")(stage);
      await stage.page.waitForTimeout(4000);
    },
  },
  {
    name: "render-image",
    steps: shows("A mill:\n\n![The mill at Eling](https://pictures.example/mill.png)"),
  },
  {
    name: "render-link-asks",
    steps: async (stage) => {
      await shows("Log in at [www.bank.example](https://bank.example.evil.example/login).")(stage);
      await stage.chat.reply.getByText("www.bank.example").click();
    },
  },
  {
    name: "render-source",
    steps: async (stage) => {
      await shows(mathReply)(stage);
      await press(stage, "Show source");
    },
  },
  {
    name: "preview-page",
    steps: async ({ chat, ollama, page }) => {
      const panel = await preview(chat, ollama, "html", previewedPage);
      await panel.content.getByText("High water").waitFor();
      await page.waitForTimeout(500);
    },
  },
  {
    name: "preview-console",
    steps: async ({ chat, ollama }) => {
      const panel = await preview(
        chat,
        ollama,
        "js",
        'console.log("tide", 3.5);\nfetch("https://a.example/");',
      );
      await panel.console.getByText("tide").waitFor();
    },
  },
  {
    name: "read-find",
    steps: async (stage) => {
      await shows(longReply)(stage);
      await stage.page.keyboard.press("Control+f");
      await stage.page.getByRole("searchbox", { name: "Find in conversation" }).fill("harbour");
      await stage.page.waitForTimeout(700);
    },
  },
  {
    name: "read-outline",
    steps: async (stage) => {
      await shows(longReply)(stage);
      await press(stage, "Outline");
    },
  },
];

import { says, scenarios } from "../../e2e/support/scenarios.ts";
import { asked, type State } from "./state.ts";
import { codeReply, richReply, thought } from "./texts.ts";

const question = "How does a tide mill work?";
const thinker = { config: { defaultModel: "qwen3:8b" } };

/** A reply before it is complete, in each of its phases. */
export const waitingStates: readonly State[] = [
  {
    name: "waiting-contacting",
    steps: async (stage) => {
      await asked(scenarios.pausedBeforeFirst, "waiting")(stage);
    },
  },
  {
    name: "waiting-loading",
    steps: async (stage) => {
      await asked({ about: "loads", load: { ms: 60_000 } }, "waiting", question)(stage);
      await stage.page.getByText(/^Loading/).waitFor();
    },
  },
  {
    name: "waiting-reading",
    steps: async (stage) => {
      await asked(says("Warm now."), "done", "Are you there?")(stage);
      await asked({ about: "reads", promptMs: 60_000 }, "waiting", question)(stage);
      await stage.page.getByText(/^Reading/).waitFor();
    },
  },
  {
    name: "waiting-thinking",
    ...thinker,
    steps: asked(
      { about: "thinks", perSecond: 20, steps: [{ think: thought }, { pause: true }] },
      "streaming",
    ),
  },
  {
    name: "waiting-queued",
    steps: async (stage) => {
      const { chat, ollama, page } = stage;
      ollama.script(scenarios.pausedBeforeFirst, { times: 6 });
      for (let index = 1; index <= 6; index++) {
        await chat.open();
        await chat.ask(`Question ${index}`);
      }
      await page.getByText(/^Waiting for a free connection/).waitFor();
    },
  },
  {
    name: "streaming-begun",
    steps: asked(
      { about: "writes", perSecond: 30, steps: [{ say: richReply.slice(0, 700) }, { pause: true }] },
      "streaming",
    ),
  },
  {
    name: "streaming-text",
    steps: async (stage) => {
      await asked({ about: "writes", perSecond: 60, steps: [{ say: richReply }] }, "streaming")(stage);
      await stage.page.waitForTimeout(1300);
    },
  },
  {
    name: "streaming-code",
    steps: async (stage) => {
      const part = codeReply.slice(0, codeReply.indexOf("ranges.len()"));
      await asked(
        { about: "writes", perSecond: 60, steps: [{ say: part }, { pause: true }] },
        "streaming",
      )(stage);
      await stage.chat.reply.getByText("Nothing has no mean.").waitFor();
      await stage.page.waitForTimeout(1500);
    },
  },
  {
    name: "streaming-typing",
    steps: async (stage) => {
      await asked(scenarios.paused, "streaming")(stage);
      await stage.chat.composer.fill("And what about\nthe moon?");
    },
  },
];

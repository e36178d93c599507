import { startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import { defaultModels } from "../../e2e/support/fake-models.ts";
import type { Asked, Scenario, Step } from "../../e2e/support/ollama/scenario.ts";
import { serveDist } from "../serve-dist.ts";
import { compress } from "./compress.ts";
import { marks, partMark, planOf } from "./plan.ts";
import { serveReference } from "./serve-reference.ts";
import type { ServerMessage, ServerRequest, Written } from "./server.ts";
import { take, tokensOf } from "./shapes.ts";

/** The servers of the benchmark, in a process of their own so that they take no time from the one that measures. */
const written: { begun: number; ended: number } = { begun: 0, ended: 0 };

const contextLength = 1_048_576;
const ollama = await startFakeOllama({
  contextLength,
  models: defaultModels.map((model) => ({ ...model, contextLength })),
  does: planned,
});
const dist = await serveDist({ config: { servers: [{ name: "Bench", url: ollama.url, kind: "ollama" }] } });
const app = await compress(dist.url);
const reference = await compress((await serveReference()).url);

process.on("message", (request: ServerRequest) => {
  if (request === "go on") ollama.release();
  else tell({ type: "written", written: { ...written } satisfies Written });
});
process.on("disconnect", () => process.exit(0));
tell({ type: "ready", app: app.url, reference: `${reference.url}/page.html?server=${ollama.url}` });

function tell(message: ServerMessage): void {
  process.send?.(message);
}

function planned({ text }: Asked): Scenario {
  const { shape, parts } = planOf(text) ?? { shape: "prose" as const, parts: [] };
  const tokens = tokensOf(shape);
  const steps = parts.flatMap(({ tokens: count, perSecond }, index): Step[] => {
    const say = take(tokens, count);
    if (perSecond !== undefined) return [{ say, perSecond }];
    if (index === parts.length - 1) return [{ say }];
    return [{ say: [...say, ` ${partMark(index)}`] }, { pause: true }];
  });
  return {
    about: text,
    steps: [note("begun", `${marks.begun} `), ...steps, note("ended", `\n\n${marks.ended}`)],
  };
}

/** A step is read when it is about to be written: that is when the clock is read, too. */
function note(name: keyof Written, text: string): { readonly say: readonly string[] } {
  return {
    get say() {
      written[name] = performance.timeOrigin + performance.now();
      return [text];
    },
  };
}

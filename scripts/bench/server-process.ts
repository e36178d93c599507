import { startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import type { Asked, Scenario } from "../../e2e/support/ollama/scenario.ts";
import { serveDist } from "../serve-dist.ts";
import { compress } from "./compress.ts";
import { marks, planOf } from "./plan.ts";
import { serveReference } from "./serve-reference.ts";
import type { ServerMessage, Written } from "./server.ts";

/** The servers of the benchmark, in a process of their own so that they take no time from the one that measures. */
const written: { begun: number; ended: number } = { begun: 0, ended: 0 };

const ollama = await startFakeOllama({ contextLength: 131_072, does: planned });
const dist = await serveDist({ config: { servers: [{ name: "Bench", url: ollama.url, kind: "ollama" }] } });
const app = await compress(dist.url);
const reference = await compress((await serveReference()).url);

process.on("message", () => tell({ type: "written", written: { ...written } satisfies Written }));
process.on("disconnect", () => process.exit(0));
tell({ type: "ready", app: app.url, reference: `${reference.url}/page.html?server=${ollama.url}` });

function tell(message: ServerMessage): void {
  process.send?.(message);
}

function planned({ text }: Asked): Scenario {
  const { atOnce, later, perSecond } = planOf(text);
  return {
    about: text,
    steps: [
      note("begun", marks.begun),
      { tokens: atOnce },
      { say: ` ${marks.prefilled}` },
      { tokens: later, perSecond: perSecond || 1 },
      note("ended", ` ${marks.ended}`),
    ],
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

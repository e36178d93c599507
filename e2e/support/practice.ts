import { defaultModels } from "./fake-models.ts";
import type { FakeModel } from "./ollama/model.ts";
import type { PullScenario } from "./ollama/registry.ts";
import type { Asked, Scenario, Step } from "./ollama/scenario.ts";
import { practiceTexts } from "./practice-texts.ts";

/** Tokens per second, about what a small model does on a laptop. */
const naturalRate = 40;

const [llama, qwen, nomic] = defaultModels;

export const practiceModels: readonly FakeModel[] = [
  {
    ...llama,
    name: "practice-small:latest",
    capabilities: ["completion", "tools"],
    parameterSize: "1.2B",
    size: 1_321_098_329,
    license: "A scripted practice model: there are no weights behind it.",
    loadMs: 800,
  },
  {
    ...qwen,
    name: "practice-thinker:latest",
    capabilities: ["completion", "tools", "thinking"],
    license: "A scripted practice model: there are no weights behind it.",
    loadMs: 1500,
  },
  {
    ...nomic,
    name: "practice-embed:latest",
    capabilities: ["embedding"],
    license: "A scripted practice model: there are no weights behind it.",
  },
];

/** What can be asked: the words that lead there and what follows. */
const topics: readonly { readonly asked: RegExp; readonly steps: readonly Step[] }[] = [
  { asked: /\btable\b/i, steps: [{ say: practiceTexts.table }] },
  { asked: /\b(code|function|program|script)\b/i, steps: [{ say: practiceTexts.code }] },
  { asked: /\b(formula|math|equation)\b/i, steps: [{ say: practiceTexts.formula }] },
  {
    asked: /\b(reason|think|why)\b/i,
    steps: [{ think: practiceTexts.thought }, { say: practiceTexts.reasoned }],
  },
  { asked: /\b(long|story|essay)\b/i, steps: [{ say: practiceTexts.long }] },
  { asked: /\b(slow|wait)\b/i, steps: [{ wait: 6000 }, { say: practiceTexts.slow }] },
  { asked: /\b(fail|error|break)\b/i, steps: [{ say: practiceTexts.failing }] },
  {
    asked: /^\s*(hi|hello|hey|good (morning|day|evening)|who are you)\b/i,
    steps: [{ say: practiceTexts.greeting }],
  },
];

/** The reply of a practice model: chosen by what is asked, honest about being scripted. */
export function practiceReply(asked: Asked): Scenario {
  const topic = topics.find((known) => known.asked.test(asked.text));
  const steps = topic?.steps ?? [{ say: practiceTexts.unknown }];
  const thinks = asked.model.startsWith("practice-thinker");
  const thought: readonly Step[] =
    thinks && !steps.some((step) => "think" in step) ? [{ think: practiceTexts.shortThought }] : [];
  const kept = thinks ? steps : steps.filter((step) => !("think" in step));
  const fails =
    topic?.steps[0] !== undefined && "say" in topic.steps[0] && topic.steps[0].say === practiceTexts.failing;
  return {
    about: "practice",
    perSecond: naturalRate,
    promptMs: 300,
    steps: [...thought, ...kept],
    ...(fails ? { end: { dies: "an error was encountered while running the model: unexpected EOF" } } : {}),
  };
}

const practicePull: PullScenario = {
  about: "layers that are only counted, not fetched",
  bytesPerSecond: 150_000_000,
  model: {
    capabilities: ["completion"],
    size: 1_321_098_329,
    parameterSize: "1.2B",
    license: "A scripted practice model: there are no weights behind it.",
    template: "{{ .Prompt }}",
  },
};

/** Every name can be pulled for practice, but one. */
export const practicePulls: {
  readonly listed: Readonly<Record<string, PullScenario>>;
  readonly other: PullScenario;
} = {
  listed: { "practice-missing": { about: "the registry has no such model", fails: "missing" } },
  other: practicePull,
};

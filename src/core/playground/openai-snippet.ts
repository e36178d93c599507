import { asRecord, type JsonRecord } from "#src/core/stream/json.ts";
import { pythonArguments } from "./python-snippet.ts";
import type { SnippetRequest } from "./snippet-request.ts";

/** Options of Ollama that `/v1/completions` takes, under its names (openai/openai.go, CompletionRequest). */
const completionOptions: Readonly<Record<string, string>> = {
  num_predict: "max_tokens",
  temperature: "temperature",
  top_p: "top_p",
  seed: "seed",
  stop: "stop",
  frequency_penalty: "frequency_penalty",
  presence_penalty: "presence_penalty",
};

type Taken = { readonly sent: JsonRecord; readonly left: readonly string[] };

/** The package `openai` against `/v1`, which ignores silently what it does not know: that is not sent, and named. */
export function openaiSnippet({ server, path, body }: SnippetRequest): string {
  const isGenerate = path === "/api/generate";
  const { sent, left } = isGenerate ? completion(body) : embedding(body);
  const notes = [
    ...(left.length > 0 ? [`# Left out, because /v1 has no field for it: ${left.join(", ")}`] : []),
    ...(isGenerate ? unsetNotes(sent) : []),
  ];
  const method = isGenerate ? "completions" : "embeddings";
  return `# pip install openai
${notes.map((note) => `${note}\n`).join("")}from openai import OpenAI

# The package wants a key; Ollama does not look at it.
client = OpenAI(base_url=${JSON.stringify(`${server}/v1`)}, api_key="ollama")
answer = client.${method}.create(
${pythonArguments(sent).join("")})
${printed(isGenerate, sent["stream"] === true)}`;
}

function completion(body: JsonRecord): Taken {
  const { model, prompt, suffix, options, stream, ...left } = body;
  const given = Object.entries(asRecord(options) ?? {}).filter((option) => !isUnlimited(option));
  const named = given.flatMap(([name, value]) => {
    const ours = Object.hasOwn(completionOptions, name) ? completionOptions[name] : undefined;
    return ours === undefined ? [] : [[ours, value] as const];
  });
  const unnamed = given.filter(([name]) => !Object.hasOwn(completionOptions, name));
  return {
    sent: {
      model,
      prompt: prompt ?? "",
      suffix,
      ...Object.fromEntries(named),
      ...(stream === false ? {} : { stream: true }),
    },
    left: [...keysOf(left), ...unnamed.map(([name]) => `options.${name}`)],
  };
}

/** A negative number of tokens is "no limit", which `/v1` has without one. */
function isUnlimited([name, value]: readonly [string, unknown]): boolean {
  return name === "num_predict" && typeof value === "number" && value < 0;
}

function embedding(body: JsonRecord): Taken {
  const { model, input, dimensions, ...left } = body;
  return { sent: { model, input, dimensions, encoding_format: "float" }, left: keysOf(left) };
}

function keysOf(body: JsonRecord): readonly string[] {
  return Object.keys(body).filter((name) => body[name] !== undefined);
}

/** The one trap of `/v1`: absent, these are not the model's own. */
function unsetNotes(sent: JsonRecord): readonly string[] {
  return ["temperature", "top_p"]
    .filter((name) => !(name in sent))
    .map((name) => `# On /v1 ${name} counts as 1 where absent, whatever the model itself says.`);
}

function printed(isGenerate: boolean, isStreamed: boolean): string {
  if (!isGenerate) return "print([item.embedding for item in answer.data])\n";
  if (!isStreamed) return "print(answer.choices[0].text)\n";
  return 'for part in answer:\n  print(part.choices[0].text if part.choices else "", end="", flush=True)\nprint()\n';
}

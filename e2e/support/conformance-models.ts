import { isFields, textOf } from "./ollama/go-json.ts";
import type { Capability, FakeModel, Layer, StoredMessage } from "./ollama/model.ts";
import type { Asked, Scenario, Step } from "./ollama/scenario.ts";
import { textOfChunks, type Trace } from "./trace.ts";

type Traces = ReadonlyMap<string, Trace>;

export function traceNamed(traces: Traces, name: string): Trace {
  const trace = traces.get(name);
  if (trace === undefined) throw new Error(`no trace called ${name}`);
  return trace;
}

function answerOf(traces: Traces, name: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(textOfChunks(traceNamed(traces, name).response.chunks));
  if (!isFields(value)) throw new Error(`${name} is no JSON object`);
  return value;
}

/** What the scripted models said, as steps: only the content is taken from a trace, never its framing. */
export function stepsOf(trace: Trace): readonly Step[] {
  const values = textOfChunks(trace.response.chunks)
    .split("\n")
    .map((line) => line.replace(/^data: /, ""))
    .filter((line) => line.startsWith("{"))
    .map((line): unknown => JSON.parse(line));
  return values.filter(isFields).flatMap((value): readonly Step[] => {
    const choice: unknown = Array.isArray(value["choices"]) ? value["choices"][0] : undefined;
    const said =
      [value["message"], isFields(choice) ? choice["delta"] : undefined, choice, value].find(isFields) ?? {};
    const thought = textOf(said["thinking"]) || textOf(said["reasoning"]);
    const text = textOf(said["content"]) || textOf(said["response"]) || textOf(said["text"]);
    const calls: readonly unknown[] = Array.isArray(said["tool_calls"]) ? said["tool_calls"] : [];
    return [
      ...(thought === "" ? [] : [{ think: [thought] }]),
      ...(text === "" ? [] : [{ say: [text] }]),
      ...calls.filter(isFields).map(callOf),
    ];
  });
}

function callOf(call: Readonly<Record<string, unknown>>): Step {
  const named = isFields(call["function"]) ? call["function"] : {};
  const given = named["arguments"];
  const parsed: unknown = typeof given === "string" ? JSON.parse(given) : given;
  return { call: { name: textOf(named["name"]), arguments: isFields(parsed) ? parsed : {} } };
}

/** The models that the traces were made with: data from their lists, replies by what they are asked. */
export function scriptedModels(traces: Traces, own: Trace): readonly FakeModel[] {
  const listed: readonly unknown[] = answerOf(traces, "tags")["models"] as readonly unknown[];
  const details: Readonly<Record<string, string>> = {
    embed: "verbose",
    plain: "plain",
    think: "think",
    tools: "tools",
  };
  return listed.filter(isFields).map((entry): FakeModel => {
    const name = textOf(entry["name"]);
    const kind = name.replace("scripted:", "");
    const shown = details[kind] === undefined ? undefined : answerOf(traces, `show-${details[kind]}`);
    return {
      ...modelFrom(entry, shown),
      ...behaviour[kind],
      ...(kind === "plain" ? { layers: plainLayers(traces) } : weightsOf(shown)),
      does: (asked) => replyOf(traces, own, kind, asked),
    };
  });
}

function modelFrom(
  entry: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>> | undefined,
): FakeModel {
  const details = isFields(entry["details"]) ? entry["details"] : {};
  return {
    name: textOf(entry["name"]),
    capabilities: entry["capabilities"] as readonly Capability[],
    family: textOf(details["family"]),
    parameterSize: textOf(details["parameter_size"]),
    quantization: textOf(details["quantization_level"]),
    contextLength: Number(details["context_length"]),
    embeddingLength: Number(details["embedding_length"]),
    size: Number(entry["size"]),
    digest: textOf(entry["digest"]),
    modifiedAt: textOf(entry["modified_at"]),
    loadMs: 250,
    ...(shown === undefined
      ? {}
      : {
          template: textOf(shown["template"]),
          modelInfo: shown["model_info"] as Readonly<Record<string, unknown>>,
          tensors: shown["tensors"] as NonNullable<FakeModel["tensors"]>,
        }),
  };
}

function weightsOf(
  shown: Readonly<Record<string, unknown>> | undefined,
): Pick<FakeModel, "layers"> | undefined {
  const digest = /sha256-([0-9a-f]{64})/.exec(textOf(shown?.["modelfile"]))?.[1];
  return digest === undefined
    ? undefined
    : { layers: [{ kind: "model", size: 1000, digest: `sha256:${digest}` }] };
}

const plainKinds = ["model", "template", "system", "params", "config"];

/** The layers of scripted:plain, as a second pull lists them. */
export function plainLayers(traces: Traces): readonly Layer[] {
  const lines = textOfChunks(traceNamed(traces, "pull-again").response.chunks).trim().split("\n");
  return lines
    .map((line): unknown => JSON.parse(line))
    .filter(isFields)
    .filter((line) => line["digest"] !== undefined)
    .map((line, index) => ({
      kind: plainKinds[index] ?? "config",
      size: Number(line["total"]),
      digest: textOf(line["digest"]),
    }));
}

const behaviour: Readonly<Record<string, Partial<FakeModel>>> = {
  plain: {
    system: "You are scripted.",
    parameters: { stop: ["<|end|>"], temperature: 0.6, top_p: 0.9 },
    charactersPerToken: 0.98,
    memory: 10_171_185,
    render: (messages) => renderTurns(messages) + lastWord(messages, plainWords, "hello"),
  },
  tools: {
    render: (messages, tools) =>
      (tools.length === 0 ? "" : toolsText(tools)) + renderTurns(messages) + "<|call|>",
  },
  think: { memory: 9_216_982 },
  steady: { loadMs: 1400, memory: 854_589_438 },
  vast: { largestContext: 1_000_000, loadMs: 3500 },
  broken: {
    loadError: ["llama-server process has terminated: exit status 1: ", "\n"]
      .map(
        (before) => `${before}error loading model: check_tensor_dims: tensor 'output_norm.weight' not found`,
      )
      .join(""),
  },
};

const plainWords = ["markdown", "count", "loop", "stutter", "unicode", "attack", "tags", "empty"];

function renderTurns(messages: readonly StoredMessage[]): string {
  return messages.map(({ role, content }) => `<|${role}|>${content}<|end|>`).join("");
}

function lastWord(messages: readonly StoredMessage[], known: readonly string[], otherwise: string): string {
  const last = messages.findLast(({ role }) => role === "user")?.content ?? "";
  return `<|${known.includes(last) ? last : otherwise}|>`;
}

function toolsText(tools: readonly unknown[]): string {
  const listed = tools.map((tool) => `\n${JSON.stringify(tool)}`).join("");
  const shape = '{"name": <function-name>, "arguments": <args-json-object>}';
  return `<|system|># Tools${listed}\n<tool_call>\n${shape}\n</tool_call><|end|>`;
}

function replyOf(traces: Traces, own: Trace, kind: string, asked: Asked): Scenario {
  const from = (name: string): Scenario => ({ about: name, steps: stepsOf(traceNamed(traces, name)) });
  // Free choice of the sampler, or tokens that another route joins: only this trace knows them.
  if (asked.format || own.case === "generate-think") return { about: "its own", steps: stepsOf(own) };
  if (kind === "think") {
    if (asked.text === "endless") return { ...from("v1-chat-think-length"), end: "length" };
    return from(asked.thinks ? "v1-chat-think" : "chat-think-off");
  }
  if (kind === "tools") {
    if (asked.messages.at(-1)?.role === "tool") return from("v1-chat-tool-result");
    return from(["two", "mixed"].includes(asked.text) ? `v1-chat-tool-${asked.text}` : "v1-chat-tool-call");
  }
  const steady: Partial<Scenario> = kind === "steady" ? { perSecond: 24 } : {};
  if (asked.text === "loop")
    return {
      about: "loop",
      steps: [{ say: Array.from({ length: 800 }, (_, index) => (index % 2 === 0 ? " and so" : " on")) }],
    };
  if (asked.text === "stutter") return { about: "stutter", steps: [{ say: Array<string>(60).fill(" ha") }] };
  const traceOf: Readonly<Record<string, string>> = { markdown: "chat-stream", count: "v1-chat-cold-large" };
  if (traceOf[asked.text] !== undefined) return { ...from(traceOf[asked.text] ?? ""), ...steady };
  return from(plainWords.includes(asked.text) ? `v1-chat-${asked.text}` : "v1-chat-stream");
}

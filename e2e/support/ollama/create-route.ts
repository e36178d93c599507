import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, type Fields, type GoStruct, isFields, textOf } from "./go-json.ts";
import { digestOf, type FakeModel, type Layer, layersOf, nameOf, type StoredMessage } from "./model.ts";
import { parseName, shortName } from "./model-name.ts";
import { type Progress, pullLines, report } from "./pull-route.ts";
import type { ServerState } from "./server-state.ts";

const createRequest: GoStruct = {
  name: "api.CreateRequest",
  fields: {
    model: "string",
    name: "string",
    from: "string",
    system: "string",
    template: "string",
    quantize: "string",
    files: "map[string]string",
    adapters: "map[string]string",
    parameters: "map[string]interface {}",
    messages: "[]api.Message",
    stream: "bool",
  },
};

/** POST /api/create */
export async function create(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, createRequest);
  const name = parseName(textOf(body["model"]) || textOf(body["name"]));
  if (name === undefined) throw new Fault(400, "invalid model name");
  await report(exchange, createLines(exchange, state, shortName(name), body), body["stream"] !== false);
}

async function* createLines(
  exchange: Exchange,
  state: ServerState,
  name: string,
  body: Fields,
): AsyncGenerator<Progress> {
  const from = textOf(body["from"]);
  if (from === "") {
    const base = yield* fromFiles(state, name, body["files"]);
    const adapted = yield* withAdapter(state, base, body["adapters"]);
    yield* write(state, derive(adapted, name, body, textOf(body["quantize"]).toUpperCase()));
    return;
  }
  const source = parseName(from);
  if (source === undefined) throw new Fault(400, "invalid model name");
  if (state.store.find(from) === undefined) yield* pullLines(state, shortName(source), false, exchange.gone);
  const found = state.store.find(from);
  if (found === undefined) throw new Fault(500, "pull model manifest: file does not exist");
  const base = yield* withAdapter(state, found, body["adapters"]);
  const quantize = textOf(body["quantize"]).toUpperCase();
  checkQuantization(base, quantize);
  if (/\{\{[^}]*$/.test(textOf(body["template"])))
    throw new Fault(400, "template error: template: :1: unclosed action");
  if (quantize !== "") yield { status: "verifying conversion" };
  const made = derive(base, name, body, quantize);
  yield* write(state, made);
}

function* write(state: ServerState, made: Made): Generator<Progress> {
  for (const layer of made.layers.filter(({ kind }) => kind !== "config")) {
    const known = state.store.blobs.has(layer.digest) && !made.fresh.includes(layer.kind);
    yield { status: `${known ? "using existing" : "creating new"} layer ${layer.digest}` };
  }
  yield { status: "writing manifest" };
  state.store.add({ ...made.model, layers: made.layers, modifiedAt: new Date().toISOString() });
  yield { status: "success" };
}

/** A model with one adapter among its layers. */
function* withAdapter(
  state: ServerState,
  base: FakeModel,
  adapters: unknown,
): Generator<Progress, FakeModel> {
  const digests = isFields(adapters) ? Object.values(adapters).map(textOf) : [];
  if (digests.length === 0) return base;
  if (digests.length > 1) throw new Fault(400, "only one adapter is currently supported");
  yield { status: "parsing GGUF" };
  const added = digests.map((digest) => ggufLayer(state, digest, "adapter"));
  return { ...base, layers: [...layersOf(base), ...added] };
}

/** Reads the magic alone: whatever begins with it is a model. */
function ggufLayer(state: ServerState, digest: string, kind: string): Layer {
  const path = `${state.rules.modelsPath}/blobs/${digest.replace(":", "-")}`;
  if (!state.store.blobs.has(digest)) throw new Fault(500, `open ${path}: no such file or directory`);
  const bytes = state.store.blobs.get(digest);
  if (bytes !== undefined && bytes.subarray(0, 4).toString() !== "GGUF")
    throw new Fault(500, "supplied file was not in GGUF format");
  return { kind, digest, size: bytes?.length ?? 0 };
}

function* fromFiles(state: ServerState, name: string, files: unknown): Generator<Progress, FakeModel> {
  const digests = isFields(files) ? Object.values(files).map(textOf) : [];
  if (digests.length === 0) throw new Fault(400, "neither 'from' or 'files' was specified");
  yield { status: "parsing GGUF" };
  const layers = digests.map((digest) => ggufLayer(state, digest, "model"));
  const size = layers.reduce((sum, layer) => sum + layer.size, 0);
  yield { status: "verifying conversion" };
  return { name, capabilities: ["completion"], parentModel: "", size, layers };
}

function checkQuantization(base: FakeModel, kind: string): void {
  if (kind === "") return;
  const known = ["F32", "F16", "Q4_K_S", "Q4_K_M", "Q8_0"];
  if (!known.includes(kind)) {
    throw new Fault(500, `unsupported quantization type ${kind} - supported types are ${known.join(", ")}`);
  }
  if (!["F16", "BF16", "F32"].includes(base.quantization ?? "")) {
    throw new Fault(500, "quantization is only supported for F16, BF16 and F32 models");
  }
}

interface Made {
  readonly model: FakeModel;
  readonly layers: readonly Layer[];
  /** Kinds of layers that were written now. */
  readonly fresh: readonly string[];
}

/** Kept layers first and in their order; what is new or replaced comes after, weights excepted. */
function derive(base: FakeModel, name: string, body: Fields, quantize: string): Made {
  const parameters = isFields(body["parameters"])
    ? { ...base.parameters, ...body["parameters"] }
    : base.parameters;
  const [system, template, license] = ["system", "template", "license"].map((field) =>
    listedText(body[field]),
  );
  const messages = storedMessages(body["messages"]);
  const contents: Readonly<Record<string, string | undefined>> = {
    template,
    system,
    params: isFields(body["parameters"]) ? JSON.stringify(parameters) : undefined,
    license,
    messages: messages === undefined ? undefined : JSON.stringify(messages),
  };
  const written = Object.entries(contents).flatMap(([kind, content]): readonly Layer[] =>
    content === undefined
      ? []
      : [{ kind, digest: `sha256:${digestOf(content)}`, size: Buffer.byteLength(content) }],
  );
  const fresh = written.map(({ kind }) => kind);
  const kept = layersOf(base)
    .filter(({ kind }) => kind === "license" || !fresh.includes(kind))
    .map((layer) => (layer.kind === "model" && quantize !== "" ? quantized(layer, quantize) : layer));
  const { digest: _digest, ...inherited } = base;
  const model: FakeModel = {
    ...inherited,
    name,
    parentModel: base.parentModel ?? nameOf(base),
    ...(parameters === undefined ? {} : { parameters }),
    ...(system === undefined ? {} : { system }),
    ...(template === undefined ? {} : { template }),
    ...(license === undefined ? {} : { license: [base.license, license].filter(Boolean).join("\n") }),
    ...(messages === undefined ? {} : { messages }),
    ...(quantize === "" ? {} : { quantization: quantize }),
  };
  return { model, layers: [...kept, ...written], fresh: quantize === "" ? fresh : [...fresh, "model"] };
}

function quantized(layer: Layer, kind: string): Layer {
  return { ...layer, digest: `sha256:${digestOf(layer.digest + kind)}`, size: Math.ceil(layer.size / 2) };
}

function listedText(value: unknown): string | undefined {
  const joined = Array.isArray(value) ? value.map(textOf).join("\n") : textOf(value);
  return joined === "" ? undefined : joined;
}

function storedMessages(value: unknown): readonly StoredMessage[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value
    .filter(isFields)
    .map((message) => ({ role: textOf(message["role"]), content: textOf(message["content"]) }));
}

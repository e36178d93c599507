import { createHash } from "node:crypto";
import { fullName, isCloudName, parseName, shortName } from "./model-name.ts";
import type { Choice } from "./scenario.ts";

export type Capability = "completion" | "tools" | "insert" | "vision" | "embedding" | "thinking" | "audio";

export interface Layer {
  readonly digest: string;
  readonly size: number;
  /** What the layer holds: `model`, `template`, `system`, `params`, `license`, `messages` or `config`. */
  readonly kind: string;
}

export interface StoredMessage {
  readonly role: string;
  readonly content: string;
}

/** An installed model, or one that a registry offers. Only `name` and `capabilities` are needed. */
export interface FakeModel {
  readonly name: string;
  /** As `/api/show` tells them. */
  readonly capabilities: readonly Capability[];
  /** As `/api/tags` tells them, where the quick scan sees less. */
  readonly listedCapabilities?: readonly Capability[];
  readonly family?: string;
  readonly families?: readonly string[] | null;
  readonly parameterSize?: string;
  readonly quantization?: string;
  readonly size?: number;
  readonly digest?: string;
  readonly modifiedAt?: string;
  readonly contextLength?: number;
  readonly embeddingLength?: number;
  readonly parentModel?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly template?: string;
  readonly system?: string;
  readonly license?: string;
  readonly messages?: readonly StoredMessage[];
  readonly modelInfo?: Readonly<Record<string, unknown>>;
  readonly tensors?: readonly {
    readonly name: string;
    readonly type: string;
    readonly shape: readonly number[];
  }[];
  readonly layers?: readonly Layer[];
  /** A stub: the model itself runs at `host`. */
  readonly remote?: { readonly model: string; readonly host: string };
  readonly loadMs?: number;
  /** Every attempt to load fails with this text. */
  readonly loadError?: string;
  /** A larger context does not fit into memory. */
  readonly largestContext?: number;
  readonly memory?: number;
  readonly memoryOnGpu?: number;
  readonly charactersPerToken?: number;
  /** What the model would read; by default a plain chat template. */
  readonly render?: (messages: readonly StoredMessage[], tools: readonly unknown[]) => string;
  /** What the model does when nothing else is scripted. */
  readonly does?: Choice;
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function nameOf(model: FakeModel): string {
  const name = parseName(model.name);
  return name === undefined ? model.name : shortName(name);
}

export function manifestDigest(model: FakeModel): string {
  return model.digest ?? digestOf(`manifest of ${nameOf(model)}`);
}

export function isRemote(model: FakeModel): boolean {
  return model.remote !== undefined || isCloudName(model.name);
}

function layer(kind: string, content: string, size = Buffer.byteLength(content)): Layer {
  return { kind, size, digest: `sha256:${digestOf(content)}` };
}

/** The layers that a registry would deliver for the model. */
export function layersOf(model: FakeModel): readonly Layer[] {
  if (model.layers !== undefined) return model.layers;
  const config = layer("config", `config of ${nameOf(model)}`, 486);
  const texts: Layer[] = [];
  if (model.template !== undefined) texts.push(layer("template", model.template));
  if (model.license !== undefined) texts.push(layer("license", model.license));
  if (model.system !== undefined) texts.push(layer("system", model.system));
  if (model.parameters !== undefined) texts.push(layer("params", JSON.stringify(model.parameters)));
  const rest = [...texts, config].reduce((sum, { size }) => sum + size, 0);
  const weights = layer("model", `weights of ${nameOf(model)}`, Math.max(1, sizeOf(model) - rest));
  return isRemote(model) ? [config] : [weights, ...texts, config];
}

export function sizeOf(model: FakeModel): number {
  return model.size ?? 2_019_393_189;
}

interface Details {
  readonly parent_model: string;
  readonly format: string;
  readonly family: string;
  readonly families: readonly string[] | null;
  readonly parameter_size: string;
  readonly quantization_level: string;
}

export function details(model: FakeModel): Details {
  const family = model.family ?? "llama";
  return {
    parent_model: model.parentModel ?? "",
    format: isRemote(model) ? "" : "gguf",
    family,
    families: model.families === undefined ? [family] : model.families,
    parameter_size: model.parameterSize ?? "3.2B",
    quantization_level: model.quantization ?? "Q4_K_M",
  };
}

export function modelInfo(model: FakeModel, verbose: boolean): Readonly<Record<string, unknown>> {
  const family = model.family ?? "llama";
  const info = model.modelInfo ?? {
    "general.architecture": family,
    "general.file_type": 15,
    [`${family}.context_length`]: model.contextLength ?? 131072,
    [`${family}.embedding_length`]: model.embeddingLength ?? 3072,
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.tokens": ["<|begin|>", "<|end|>"],
  };
  return verbose
    ? info
    : Object.fromEntries(Object.entries(info).map(([key, value]) => [key, hideArray(value)]));
}

function hideArray(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? null : value;
}

/** The table that `/api/show` gives as `parameters`. */
export function parameterTable(model: FakeModel): string {
  return parameterLines(model)
    .map(
      ([name, value]) =>
        `${name.padEnd(30)} ${typeof value === "string" ? JSON.stringify(value) : goNumber(value)}`,
    )
    .join("\n");
}

function parameterLines(model: FakeModel): readonly (readonly [string, unknown])[] {
  return Object.entries(model.parameters ?? {}).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((item: unknown) => [name, item] as const) : [[name, value] as const],
  );
}

function goNumber(value: unknown): string {
  return typeof value === "number" && value >= 1e6
    ? value.toExponential().replace(/e\+(\d)$/, "e+0$1")
    : String(value);
}

/** The Modelfile that `/api/show` makes up from what is stored. */
export function modelfile(model: FakeModel, modelsPath: string): string {
  const name = parseName(model.name);
  const weights = layersOf(model)[0]?.digest.replace(":", "-") ?? "";
  const from = model.remote === undefined ? `${modelsPath}/blobs/${weights}` : model.remote.model;
  const lines = [
    '# Modelfile generated by "ollama show"',
    "# To build a new Modelfile based on this, replace FROM with:",
    `# FROM ${name === undefined ? model.name : shortName(name)}`,
    "",
    `FROM ${from}`,
  ];
  if (model.template !== undefined) lines.push(`TEMPLATE ${quoted(model.template)}`);
  if (model.system !== undefined) lines.push(`SYSTEM ${quoted(model.system)}`);
  for (const [key, value] of parameterLines(model)) lines.push(`PARAMETER ${key} ${quoted(String(value))}`);
  if (model.license !== undefined) lines.push(`LICENSE ${quoted(model.license)}`);
  for (const { role, content } of model.messages ?? []) lines.push(`MESSAGE ${role} ${quoted(content)}`);
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  if (!/\n|^ | $/.test(text)) return text;
  return text.includes('"') ? `"""${text}"""` : `"${text}"`;
}

/** The name that refusals for a missing capability spell out. */
export function qualifiedName(model: FakeModel): string {
  const name = parseName(model.name);
  return name === undefined ? model.name : fullName(name);
}

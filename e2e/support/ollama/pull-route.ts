import { type Exchange, plainJson } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, goJson, type GoStruct, textOf } from "./go-json.ts";
import { type FakeModel, type Layer, layersOf, manifestDigest } from "./model.ts";
import { parseName, shortName } from "./model-name.ts";
import { failureOf, type PullScenario } from "./registry.ts";
import type { ServerState } from "./server-state.ts";

export interface Progress {
  readonly status: string;
  readonly digest?: string;
  readonly total?: number;
  readonly completed?: number;
}

const pullRequest: GoStruct = {
  name: "api.PullRequest",
  fields: { model: "string", name: "string", insecure: "bool", stream: "bool" },
};

/** POST /api/pull */
export async function pull(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, pullRequest);
  const given = textOf(body["model"]) || textOf(body["name"]);
  const name = parseName(given);
  if (name === undefined) throw new Fault(400, "invalid model name");
  const lines = pullLines(state, shortName(name), body["insecure"] === true, exchange.gone);
  await report(exchange, lines, body["stream"] !== false);
}

/** Sends progress line by line, or only how it came out. An error after the first line is a line itself. */
export async function report(
  exchange: Exchange,
  lines: AsyncIterable<Progress>,
  streaming: boolean,
): Promise<void> {
  const stream = exchange.stream("application/x-ndjson");
  try {
    for await (const line of lines) {
      if (streaming) await stream.write(`${goJson(line)}\n`);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (stream.started) await stream.write(`${goJson({ error: error.message })}\n`);
    else if (streaming) throw new Fault(error.status, error.message, "stream");
    else exchange.send(error.status, plainJson, goJson({ error: error.message }));
    if (!stream.started) return;
  }
  if (streaming) stream.end();
  else exchange.send(200, plainJson, goJson({ status: "success" }));
}

export async function* pullLines(
  state: ServerState,
  name: string,
  insecure: boolean,
  gone: AbortSignal,
): AsyncGenerator<Progress> {
  const scenario = state.nextPull(name);
  const model = pulled(scenario, name);
  const layers = layersFor(scenario, model);
  const failure = failureOf(scenario, { name, insecure }, layers[0]);
  yield { status: "pulling manifest" };
  if (failure?.step === "manifest") throw new Fault(500, failure.text);
  for (const layer of layers) yield* fetched(state, scenario, layer, layer === layers[0], gone);
  if (failure?.step === "write") throw new Fault(500, failure.text);
  yield { status: "verifying sha256 digest" };
  if (failure !== undefined) {
    for (const { digest } of layers) state.store.blobs.delete(digest);
    throw new Fault(500, failure.text);
  }
  const older = state.store.find(name);
  yield { status: "writing manifest" };
  state.store.add({ ...model, layers, modifiedAt: new Date().toISOString() });
  if (older !== undefined && manifestDigest(older) !== manifestDigest(model))
    yield { status: "removing unused layers" };
  yield { status: "success" };
}

async function* fetched(
  state: ServerState,
  scenario: PullScenario,
  layer: Layer,
  largest: boolean,
  gone: AbortSignal,
): AsyncGenerator<Progress> {
  const { digest, size: total } = layer;
  const status = `pulling ${digest.replace(/^sha256:/, "").slice(0, 12)}`;
  if (state.store.blobs.has(digest)) {
    yield { status, digest, total, completed: total };
    return;
  }
  const speed = {
    bytesPerSecond: scenario.bytesPerSecond ?? Infinity,
    troubles: largest ? (scenario.troubles ?? []) : [],
  };
  const download = state.downloads.join(layer, speed, state.clock, state.store);
  try {
    while (!download.over) {
      await download.nextReport(state.clock, gone);
      gone.throwIfAborted();
      if (download.over) break;
      const completed = Math.floor(download.completed);
      yield { status, digest, total, ...(completed > 0 ? { completed } : {}) };
    }
    if (download.error !== undefined) throw new Fault(500, download.error);
  } finally {
    state.downloads.leave(layer, download, state.store);
  }
}

function pulled(scenario: PullScenario, name: string): FakeModel {
  return { capabilities: ["completion"], ...scenario.model, name };
}

function layersFor(scenario: PullScenario, model: FakeModel): readonly Layer[] {
  if (scenario.layerSizes === undefined || scenario.model?.layers !== undefined) return layersOf(model);
  return scenario.layerSizes.map((size, index) => {
    const { digest } = layersOf({ ...model, name: `${model.name}-layer-${index}` })[0] ?? { digest: "" };
    return { kind: index === 0 ? "model" : "config", size, digest };
  });
}

import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, textOf } from "./go-json.ts";
import { findModel, signinUrl } from "./find-model.ts";
import {
  details,
  type FakeModel,
  isRemote,
  layersOf,
  manifestDigest,
  modelfile,
  modelInfo,
  nameOf,
  parameterTable,
  sizeOf,
} from "./model.ts";
import { goTime } from "./dialect.ts";
import { parseName, shortName } from "./model-name.ts";
import type { ServerState } from "./server-state.ts";

/** GET /api/tags */
export function tags(exchange: Exchange, state: ServerState): void {
  exchange.json(200, { models: state.store.list().map(listed) });
}

function listed(model: FakeModel): object {
  const name = nameOf(model);
  const remote =
    model.remote === undefined ? {} : { remote_model: model.remote.model, remote_host: model.remote.host };
  const { contextLength = 131072, embeddingLength = 3072 } = model;
  return {
    name,
    model: name,
    ...remote,
    modified_at: model.modifiedAt,
    size: sizeOf(model),
    digest: manifestDigest(model),
    details: { ...details(model), context_length: contextLength, embedding_length: embeddingLength },
    capabilities: model.listedCapabilities ?? model.capabilities,
  };
}

/** GET /api/ps */
export function ps(exchange: Exchange, state: ServerState): void {
  const models = state.scheduler.inMemory().map(({ model, numCtx, expiresAt }) => ({
    name: nameOf(model),
    model: nameOf(model),
    size: model.memory ?? Math.round(sizeOf(model) * 1.4),
    digest: manifestDigest(model),
    details: details(model),
    expires_at: goTime(expiresAt),
    size_vram: model.memoryOnGpu ?? 0,
    context_length: numCtx,
  }));
  exchange.json(200, { models });
}

/** POST /api/show */
export function show(exchange: Exchange, state: ServerState): void {
  const body = decode(exchange.body, {
    name: "api.ShowRequest",
    fields: { model: "string", name: "string", verbose: "bool" },
  });
  const given = (textOf(body["model"]) || textOf(body["name"])).trim();
  if (given === "") throw new Fault(400, "model is required");
  const name = parseName(given);
  if (name === undefined) throw new Fault(400, "invalid model name");
  const stored = state.store.find(given);
  const model = stored !== undefined && isRemote(stored) ? stored : showable(state, given, shortName(name));
  exchange.json(200, shown(state, model, body["verbose"] === true));
}

function showable(state: ServerState, given: string, short: string): FakeModel {
  return findModel(state, given, `model '${short}' not found`);
}

function shown(state: ServerState, model: FakeModel, verbose: boolean): object {
  const optional = Object.entries({
    parameters: parameterTable(model),
    template: model.template ?? "",
    system: model.system ?? "",
  }).filter(([, value]) => value !== "");
  return {
    ...(model.license === undefined ? {} : { license: model.license }),
    modelfile: modelfile(model, state.rules.modelsPath),
    ...Object.fromEntries(optional),
    details: details(model),
    ...(model.messages === undefined ? {} : { messages: model.messages }),
    ...(model.remote === undefined
      ? {}
      : { remote_model: model.remote.model, remote_host: model.remote.host }),
    model_info: modelInfo(model, verbose),
    ...(isRemote(model) ? {} : { tensors: model.tensors ?? defaultTensors }),
    capabilities: model.capabilities,
    modified_at: model.modifiedAt,
  };
}

const defaultTensors = [
  { name: "output.weight", type: "Q6_K", shape: [3072, 128256] },
  { name: "token_embd.weight", type: "Q4_K", shape: [3072, 128256] },
];

/** POST /api/copy */
export function copy(exchange: Exchange, state: ServerState): void {
  const body = decode(exchange.body, {
    name: "api.CopyRequest",
    fields: { source: "string", destination: "string" },
  });
  const [source, destination] = [textOf(body["source"]), textOf(body["destination"])];
  if (parseName(source) === undefined) throw new Fault(400, `source ${JSON.stringify(source)} is invalid`);
  if (parseName(destination) === undefined)
    throw new Fault(400, `destination ${JSON.stringify(destination)} is invalid`);
  const model = state.store.find(source);
  if (model === undefined) throw new Fault(404, `model ${JSON.stringify(source)} not found`);
  // The manifest is copied byte for byte.
  const same = { digest: manifestDigest(model), layers: layersOf(model) };
  state.store.add({ ...model, ...same, name: destination, modifiedAt: new Date().toISOString() });
  exchange.empty(200);
}

/** DELETE /api/delete */
export function remove(exchange: Exchange, state: ServerState): void {
  const body = decode(exchange.body, {
    name: "api.DeleteRequest",
    fields: { model: "string", name: "string" },
  });
  const given = textOf(body["model"]) || textOf(body["name"]);
  if (given === "") throw new Fault(400, "model is required");
  if (parseName(given) === undefined) throw new Fault(400, `name ${JSON.stringify(given)} is invalid`);
  const model = state.store.find(given);
  if (model === undefined) throw new Fault(404, `model '${given}' not found`);
  state.store.remove(model);
  exchange.empty(200);
}

/** POST /api/me */
export function me(exchange: Exchange, { account }: ServerState): void {
  if (account === "unavailable") throw new Fault(503, "account unavailable");
  if (account === "signed out") throw new Fault(401, "unauthorized", "handler", signinUrl);
  const { name, email, plan = "free" } = account;
  exchange.json(200, { id: "7f3c1d52-96b1-4d7e-9c55-0d6c2a0a4e11", email, name, plan });
}

import type { Exchange } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { decode, textOf } from "./go-json.ts";
import { type FakeModel, layersOf } from "./model.ts";
import { fullName, type ModelName, parseName } from "./model-name.ts";
import { type Progress, report } from "./pull-route.ts";
import type { ServerState } from "./server-state.ts";

/** POST /api/push */
export async function push(exchange: Exchange, state: ServerState): Promise<void> {
  const body = decode(exchange.body, {
    name: "api.PushRequest",
    fields: { model: "string", stream: "bool" },
  });
  const given = textOf(body["model"]) || textOf(body["name"]);
  if (given === "") throw new Fault(400, "model is required");
  await report(exchange, pushLines(state, given), body["stream"] !== false);
}

async function* pushLines(state: ServerState, given: string): AsyncGenerator<Progress> {
  const [name, model] = [parseName(given), state.store.find(given)];
  yield { status: "retrieving manifest" };
  if (name === undefined || model === undefined) {
    yield { status: "couldn't retrieve manifest" };
    throw new Fault(500, notHere(state, given, name));
  }
  if (name.host === "registry.ollama.ai") throw new Fault(500, "unauthorized: access denied");
  yield* pushed(model);
  yield { status: "pushing manifest" };
  yield { status: "success" };
}

function* pushed(model: FakeModel): Generator<Progress> {
  for (const { digest, size } of layersOf(model)) {
    const short = digest.replace(/^sha256:/, "").slice(0, 12);
    yield { status: `pushing ${short}`, digest, total: size, completed: size };
  }
}

function notHere(state: ServerState, given: string, name: ModelName | undefined): string {
  if (name === undefined) return `unqualified name: registry.ollama.ai/library/${given}:latest`;
  const path = fullName(name).replace(/:([^:]*)$/, "/$1");
  return `open ${state.rules.modelsPath}/manifests/${path}: no such file or directory`;
}

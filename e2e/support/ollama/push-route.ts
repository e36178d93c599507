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
  await report(exchange, pushLines(state, given, exchange.gone), body["stream"] !== false);
}

async function* pushLines(state: ServerState, given: string, gone: AbortSignal): AsyncGenerator<Progress> {
  const [name, model] = [parseName(given), state.store.find(given)];
  yield { status: "retrieving manifest" };
  if (name === undefined || model === undefined) {
    yield { status: "couldn't retrieve manifest" };
    throw new Fault(500, notHere(state, given, name));
  }
  if (!mayPush(state, name)) throw new Fault(500, "unauthorized: access denied");
  yield* pushed(state, model, gone);
  yield { status: "pushing manifest" };
  yield { status: "success" };
}

/** Other registries ask for no account; at ollama.com everybody has a namespace of their own. */
function mayPush({ account }: ServerState, { host, namespace }: ModelName): boolean {
  if (host !== "registry.ollama.ai") return true;
  return typeof account === "object" && account.name.toLowerCase() === namespace.toLowerCase();
}

/** Ollama reports a layer's progress this often. */
const reportEveryMs = 60;

async function* pushed(state: ServerState, model: FakeModel, gone: AbortSignal): AsyncGenerator<Progress> {
  const { bytesPerSecond = Infinity, fails } = state.nextPush() ?? {};
  for (const [index, { digest, size }] of layersOf(model).entries()) {
    const status = `pushing ${digest.replace(/^sha256:/, "").slice(0, 12)}`;
    const end = fails !== undefined && index === 0 ? size / 2 : size;
    let completed = bytesPerSecond === Infinity ? end : 0;
    while (completed < end) {
      yield { status, digest, total: size, ...(completed > 0 ? { completed } : {}) };
      await state.clock.sleep(reportEveryMs, gone);
      completed = Math.min(end, completed + Math.floor((bytesPerSecond * reportEveryMs) / 1000));
    }
    if (fails !== undefined) throw new Fault(500, fails);
    yield { status, digest, total: size, completed: size };
  }
}

function notHere(state: ServerState, given: string, name: ModelName | undefined): string {
  if (name === undefined) return `unqualified name: registry.ollama.ai/library/${given}:latest`;
  const path = fullName(name).replace(/:([^:]*)$/, "/$1");
  return `open ${state.rules.modelsPath}/manifests/${path}: no such file or directory`;
}

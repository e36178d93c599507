import { Fault } from "./fault.ts";
import { type FakeModel, isRemote, nameOf } from "./model.ts";
import type { ServerState } from "./server-state.ts";

/** The model a request names, installed or in the cloud. */
export function findModel(
  state: ServerState,
  name: string,
  missing = `model '${name}' not found`,
): FakeModel {
  const model = state.store.find(name) ?? { name, capabilities: ["completion", "tools", "thinking"] };
  if (isRemote(model)) {
    checkCloud(state);
    return model;
  }
  if (state.store.find(name) === undefined) throw new Fault(404, missing);
  return model;
}

function checkCloud({ rules, account }: ServerState): void {
  if (rules.cloud === "off") throw new Fault(403, "ollama cloud is disabled: remote model is unavailable");
  if (account === "signed out") throw new Fault(401, "unauthorized", "handler", signinUrl);
  if (account === "unavailable") {
    throw new Fault(502, 'Post "https://ollama.com:443/api/chat": dial tcp: lookup ollama.com: no such host');
  }
}

export const signinUrl = "https://ollama.com/connect?name=this-computer&key=c3NoLWVkMjU1MTkgQUFBQQ";

export function requireCapability(
  model: FakeModel,
  wanted: "chat" | "generate" | "thinking",
  given: string,
): void {
  const capability = wanted === "thinking" ? "thinking" : "completion";
  if (!model.capabilities.includes(capability))
    throw new Fault(400, `"${given || nameOf(model)}" does not support ${wanted}`);
}

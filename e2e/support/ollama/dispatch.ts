import { hostIsAllowed, type OriginRules } from "./access.ts";
import { type Exchange, type Header, json, plainJson } from "./exchange.ts";
import { Fault } from "./fault.ts";
import { goJson } from "./go-json.ts";
import { match } from "./routes.ts";
import type { ServerState } from "./server-state.ts";

/** One request on its way through redirects, origin and host checks to its endpoint. */
export async function dispatch(exchange: Exchange, state: ServerState, origins: OriginRules): Promise<void> {
  if (await redirects(exchange)) return;
  const endpoint = await match(exchange.method, exchange.path);
  const allow: readonly Header[] =
    endpoint === undefined || endpoint.handle !== undefined ? [] : [["Allow", endpoint.methods.join(", ")]];
  if (!origins.admit(exchange, allow)) return;
  if (state.rules.hostCheck && !hostIsAllowed(exchange.header("host") ?? "")) {
    exchange.empty(403);
    return;
  }
  const { requireKey } = state.rules;
  if (requireKey !== undefined && exchange.header("authorization") !== `Bearer ${requireKey}`) {
    exchange.json(401, { error: "unauthorized" });
    return;
  }
  if (endpoint === undefined) exchange.send(404, "text/plain", "404 page not found");
  else if (endpoint.handle === undefined) {
    exchange.access = [...exchange.access, ...allow];
    exchange.send(405, "text/plain", "405 method not allowed");
  } else {
    try {
      await endpoint.handle(exchange, state, endpoint.parameter);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      sendFault(exchange, error);
    }
  }
}

/** The router redirects before anything else looks at the request, so without CORS headers. */
async function redirects(exchange: Exchange): Promise<boolean> {
  const { path, method } = exchange;
  const clean = path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
  if (
    clean === path ||
    (await match(method, path)) !== undefined ||
    (await match(method, clean)) === undefined
  ) {
    return false;
  }
  const [status, reason] =
    method === "GET" && !path.includes("//") ? [301, "Moved Permanently"] : [307, "Temporary Redirect"];
  const page = method === "GET" ? `<a href="${clean}">${reason}</a>.\n\n` : "";
  const type: readonly Header[] = page === "" ? [] : [["Content-Type", "text/html; charset=utf-8"]];
  exchange.bare(Number(status), [...type, ["Location", clean]], page);
  return true;
}

function sendFault(exchange: Exchange, { status, message, stage, signinUrl }: Fault): void {
  const framing = stage === "stream" ? "chunked" : "by size";
  if (signinUrl !== undefined) exchange.json(status, { error: message, signin_url: signinUrl });
  else if (exchange.path.startsWith("/v1/")) {
    const type = status === 400 ? "invalid_request_error" : status === 404 ? "not_found_error" : "api_error";
    const body = goJson({ error: { message, type, param: null, code: null } });
    if (stage === "request") exchange.send(status, json, body);
    else exchange.send(status, plainJson, `${body}\n`, framing);
  } else exchange.send(status, stage === "stream" ? plainJson : json, goJson({ error: message }), framing);
}

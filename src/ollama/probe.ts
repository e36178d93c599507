import type { Page, Probe } from "#src/core/connection/probes.ts";
import { probeMs } from "#src/core/connection/server.ts";
import { versionOf } from "#src/core/connection/probes.ts";
import type { Finding } from "#src/core/connection/finding.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { withDeadline } from "./deadline.ts";
import { rawFetch, textOf } from "./request.ts";

/**
 * Finds out how a server stands to this page, each request with 4 s. Throws only the signal's reason when it aborts. What it
 * takes is read when it is first needed; where that cannot be had, no more is found than by the cheap check. `isOpenAi`: the server is
 * known to speak OpenAI's API, so an Ollama beside it is not what is looked for.
 */
export async function diagnoseServer(
  address: string,
  signal: AbortSignal,
  page?: Page,
  isOpenAi = false,
): Promise<Finding> {
  let doctor;
  try {
    doctor = await import("./probe-server.ts");
  } catch {
    return checkVersion(address, signal);
  }
  return doctor.examineServer(address, signal, page, isOpenAi);
}

/** The cheap half, for polling: one request with so many milliseconds. The finding is certain only when it is `connected`. */
export async function checkVersion(server: string, signal: AbortSignal, afterMs = probeMs): Promise<Finding> {
  const probe = await ask(server, "/api/version", {}, signal, false, afterMs);
  const version = versionOf(probe);
  if (version !== undefined) return { kind: "connected", version };
  if (probe.type === "timeout") return { kind: "timeout", afterMs };
  return probe.type === "answered"
    ? { kind: "not-ollama", hint: "other", status: probe.status }
    : { kind: "unreachable" };
}

/** One request of the doctor. `isBare`: without the server's own headers. Throws only the signal's reason when it aborts. */
export async function ask(
  server: string,
  path: string,
  init: RequestInit,
  signal: AbortSignal,
  isBare = false,
  afterMs = probeMs,
): Promise<Probe> {
  try {
    return await withDeadline(afterMs, signal, async (limited): Promise<Probe> => {
      const response = await rawFetch(server, path, init, limited, isBare);
      if (response.type === "opaque") return { type: "opaque" };
      if (response.type === "opaqueredirect") return { type: "redirect" };
      const body = (await textOf(response, limited)).slice(0, 4_000);
      const to = response.redirected ? { redirectedTo: response.url } : {};
      return { type: "answered", status: response.status, body, ...to };
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof OllamaFailure && error.error.kind === "timeout") return { type: "timeout", afterMs };
    return { type: "failed" };
  }
}

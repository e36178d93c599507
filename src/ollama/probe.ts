import { hostOf, normaliseAddress } from "#src/core/connection/address.ts";
import { diagnose, type Page, type Probe, type Probes, versionIn } from "#src/core/connection/diagnosis.ts";
import type { Finding } from "#src/core/connection/finding.ts";
import { kindOfHost } from "#src/core/connection/host-kind.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { withDeadline } from "./deadline.ts";
import { jsonPost, rawFetch, textOf } from "./request.ts";

const afterMs = 4_000;

/** Finds out how a server stands to this page, each request with 4 s. Throws only the signal's reason when it aborts. */
export async function diagnoseServer(
  address: string,
  signal: AbortSignal,
  page: Page = thisPage(),
): Promise<Finding> {
  const normalised = normaliseAddress(address);
  if (!normalised.ok) return { kind: "bad-address", reason: normalised.reason };
  return diagnose(await probeServer(normalised.url, page, signal));
}

/** The cheap half, for polling: one request. The finding is certain only when it is `connected`. */
export async function checkVersion(server: string, signal: AbortSignal): Promise<Finding> {
  return diagnose({ url: server, page: thisPage(), version: await ask(server, "/api/version", {}, signal) });
}

async function probeServer(url: string, page: Page, signal: AbortSignal): Promise<Probes> {
  const version = await ask(url, "/api/version", {}, signal);
  const probes: Probes = { url, page, version };
  if (version.type === "answered") {
    const isOllama = version.status === 200 && versionIn(version.body) !== undefined;
    // Read as a missing model, so that nothing is looked up.
    return isOllama
      ? { ...probes, write: await ask(url, "/api/show", jsonPost({ model: " " }), signal) }
      : { ...probes, root: await ask(url, "/", {}, signal) };
  }
  const permission = await permissionFor(url);
  const known: Probes = permission ? { ...probes, permission } : probes;
  return version.type === "failed"
    ? { ...known, blind: await ask(url, "/", { mode: "no-cors" }, signal) }
    : known;
}

async function ask(server: string, path: string, init: RequestInit, signal: AbortSignal): Promise<Probe> {
  try {
    return await withDeadline(afterMs, signal, async (limited): Promise<Probe> => {
      const response = await rawFetch(server, path, init, limited);
      if (response.type === "opaque") return { type: "opaque" };
      const body = (await textOf(response, limited)).slice(0, 2_000);
      return { type: "answered", status: response.status, body };
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof OllamaFailure && error.error.kind === "timeout") return { type: "timeout", afterMs };
    return { type: "failed" };
  }
}

/** Chromium 145 names two permissions, 142 to 144 one; a browser that knows none throws. */
async function permissionFor(url: string): Promise<PermissionState | undefined> {
  const nearest = kindOfHost(hostOf(url)) === "loopback" ? "loopback-network" : "local-network";
  for (const name of [nearest, "local-network-access"]) {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      // Not this name.
    }
  }
  return undefined;
}

function thisPage(): Page {
  const { origin, protocol, hostname } = globalThis.location;
  // A file has no host, and is exempt from Local Network Access like a page of this computer.
  const kind = protocol === "file:" ? "loopback" : kindOfHost(hostname);
  return { origin: protocol === "file:" ? "null" : origin, isSecure: protocol === "https:", kind };
}

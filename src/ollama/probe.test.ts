import { afterEach, describe, expect, it, vi } from "vitest";
import type { Page } from "#src/core/connection/diagnosis.ts";
import { checkVersion, diagnoseServer } from "./probe.ts";

const page: Page = { origin: "http://localhost:5173", isSecure: false, kind: "loopback" };
const signal = new AbortController().signal;

afterEach(() => vi.unstubAllGlobals());

type Reaction = Response | "opaque" | "fails";

/** A network in which each request meets what stands for its path, or for `cors`-less requests for `blind`. */
function network(reactions: Record<string, Reaction>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const key = init.mode === "no-cors" ? "blind" : new URL(url).pathname;
    asked.push(key);
    const reaction = reactions[key] ?? "fails";
    if (reaction === "fails") return Promise.reject(new TypeError("Failed to fetch"));
    if (reaction === "opaque") return Promise.resolve({ type: "opaque", status: 0 });
    return Promise.resolve(reaction);
  });
  return asked;
}

const version = () => Response.json({ version: "0.33.0" });

describe("diagnosing a server", () => {
  it("verifies that writes pass", async () => {
    const asked = network({ "/api/version": version(), "/api/show": new Response("{}", { status: 400 }) });
    expect(await diagnoseServer("localhost", signal, page)).toEqual({ kind: "connected", version: "0.33.0" });
    expect(asked).toEqual(["/api/version", "/api/show"]);
    network({ "/api/version": version() });
    expect(await diagnoseServer("localhost", signal, page)).toEqual({
      kind: "writes-blocked",
      version: "0.33.0",
    });
  });

  it("tells a refused origin from a server that is down", async () => {
    network({ blind: "opaque" });
    expect(await diagnoseServer("localhost", signal, page)).toEqual({
      kind: "origin-refused",
      origin: page.origin,
    });
    network({});
    expect(await diagnoseServer("localhost", signal, page)).toEqual({ kind: "unreachable" });
  });

  it("looks what else answers", async () => {
    network({ "/api/version": new Response("<html>"), "/": new Response("Ollama is running") });
    expect(await diagnoseServer("localhost", signal, page)).toMatchObject({
      kind: "not-ollama",
      hint: "proxy",
    });
  });

  it("asks the browser's permission by any name that it knows", async () => {
    network({});
    const names: string[] = [];
    vi.stubGlobal("navigator", {
      permissions: {
        query: ({ name }: { name: string }) => {
          names.push(name);
          return name === "local-network-access"
            ? Promise.resolve({ state: "denied" })
            : Promise.reject(new TypeError());
        },
      },
    });
    const far: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
    expect(await diagnoseServer("192.168.1.5", signal, far)).toMatchObject({
      kind: "blocked-by-browser",
      permission: "denied",
    });
    expect(names).toEqual(["local-network", "local-network-access"]);
  });

  it("does not ask for what is no address, nor after an abort", async () => {
    const asked = network({});
    expect(await diagnoseServer("ftp://x", signal, page)).toEqual({ kind: "bad-address", reason: "scheme" });
    await expect(diagnoseServer("localhost", AbortSignal.abort(), page)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(asked).toEqual([]);
  });

  it("has a cheap half", async () => {
    vi.stubGlobal("location", { origin: page.origin, protocol: "http:", hostname: "localhost" });
    const asked = network({ "/api/version": version() });
    expect(await checkVersion("http://localhost:11434", signal)).toEqual({
      kind: "connected",
      version: "0.33.0",
    });
    expect(asked).toEqual(["/api/version"]);
  });
});

import { expect, it } from "vitest";
import type { CauseKind } from "./causes.ts";
import { diagnose } from "./diagnosis.ts";
import { type ConnectionState, type FindingKind, stateOf } from "./finding.ts";
import type { Evidence, Page, Probe, Step, StepName } from "./probes.ts";

export const local: Page = { origin: "http://localhost:5173", isSecure: false, kind: "loopback" };
export const lanPage: Page = { origin: "http://192.168.1.9:8080", isSecure: false, kind: "private" };
export const hosted: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
const url = "http://localhost:11434";
export const lan = "http://192.168.1.5:11434";

export const answer = (status: number, body = "", redirectedTo?: string): Probe => ({
  type: "answered",
  status,
  body,
  ...(redirectedTo === undefined ? {} : { redirectedTo }),
});
export const failed: Probe = { type: "failed" };
export const opaque: Probe = { type: "opaque" };
export const timeout: Probe = { type: "timeout", afterMs: 4_000 };
export const ollama = answer(200, '{"version":"0.33.0"}');
export const running = answer(200, "Ollama is running");
export const page = answer(200, "<!doctype html><title>A shop</title>");

export type Told = Partial<Record<StepName, Probe>>;
export type World = Omit<Partial<Evidence>, "steps"> & {
  readonly told: Told;
  readonly headers?: readonly string[];
};

const beside: Partial<Record<StepName, string>> = {
  base: "http://localhost:11434",
  twin: "http://127.0.0.1:11434",
  port: "http://192.168.1.5:11434",
  scheme: "https://localhost:11434",
};

export function evidence({ told, headers = [], ...rest }: World): Evidence {
  const asked = rest.url ?? url;
  const steps = Object.entries(told).map(([key, probe]): Step => {
    const name = key as StepName;
    const isOwn = name === "version" || name === "header";
    const server = beside[name] ?? asked;
    return { name, server, method: "GET", path: "/", headers: isOwn ? headers : [], probe, ms: 1 };
  });
  return { url: asked, page: local, steps, ...rest };
}

/** What is tried, and what has to be found: kind and state, and the causes in their order. */
export type Case = readonly [string, World, FindingKind, ConnectionState, readonly CauseKind[]];

export function checks(cases: readonly Case[]): void {
  it.each(cases)("%s", (_name, world, kind, state, causes) => {
    const { causes: found = [], evidence: seen, ...rest } = diagnose(evidence(world));
    expect(rest).toEqual(kind);
    expect(stateOf(rest)).toBe(state);
    expect(found.map((cause) => cause.kind)).toEqual(causes);
    expect(found.map(({ certainty }) => certainty)).toEqual(
      causes.map((_cause, at) => (causes.length === 1 ? "certain" : at === 0 ? "likely" : "possible")),
    );
    expect(seen?.steps).toHaveLength(Object.keys(world.told).length);
  });
}

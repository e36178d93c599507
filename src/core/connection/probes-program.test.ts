import { expect, it } from "vitest";
import type { Probe, Step, StepName } from "./probes.ts";
import { type Program, programOf } from "./probes-program.ts";

type Told = Partial<Record<StepName, [number, string]>>;

function program(told: Told): Program {
  const steps = Object.entries(told).map(([name, [status, body]]): Step => {
    const probe: Probe = { type: "answered", status, body };
    return { name: name as StepName, server: "", method: "GET", path: "/", headers: [], probe, ms: 1 };
  });
  const page = { origin: "", isSecure: false, kind: "loopback" } as const;
  return programOf({ url: "", page, steps });
}

it.each<[string, Told, Program]>([
  [
    "LM Studio",
    { version: [200, '{"error":"Unexpected endpoint or method. (GET /api/version)"}'] },
    { kind: "openai", name: "LM Studio" },
  ],
  [
    "llama.cpp",
    {
      version: [404, "File Not Found"],
      models: [200, '{"object":"list","data":[{"id":"m","owned_by":"llamacpp"}]}'],
    },
    { kind: "openai", name: "llama.cpp" },
  ],
  [
    "vLLM, its list cut off",
    {
      version: [404, '{"detail":"Not Found"}'],
      models: [200, '{"object":"list","data":[{"id":"m","owned_by":"vllm","root":"m","perm'],
    },
    { kind: "openai", name: "vLLM" },
  ],
  ["some other that speaks like OpenAI", { models: [200, '{"data":[]}'] }, { kind: "openai" }],
  [
    "a web page with a name",
    { version: [404, "no"], root: [200, "<!DOCTYPE html><html><title>Open WebUI</title>"] },
    { kind: "page", name: "Open WebUI" },
  ],
  ["a web page without", { version: [200, "<html><body>hi"] }, { kind: "page" }],
  ["Gin", { version: [404, "404 page not found"] }, { kind: "gin" }],
  ["Go", { version: [404, "404 page not found\n"] }, { kind: "go" }],
  ["an interface of programs", { version: [404, '{"detail":"Not Found"}'] }, { kind: "api" }],
  ["nobody knows", { version: [404, ""] }, { kind: "unknown" }],
])("%s", (_, told, expected) => expect(program(told)).toEqual(expected));

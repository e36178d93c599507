import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ProgressLine } from "./progress-line.ts";
import { noProgress, reducePull } from "./pull.ts";
import { asPullLine, pushTarget, suggestedPushName } from "./push.ts";

type Trace = { readonly response: { readonly chunks: readonly { readonly text: string }[] } };

function recorded(name: string): ProgressLine[] {
  const trace = JSON.parse(readFileSync(`e2e/fixtures/traces/${name}.json`, "utf8")) as Trace;
  return trace.response.chunks.map(({ text }) => JSON.parse(text) as ProgressLine);
}

test("a recorded push ends whole, never goes back, and counts every layer once", () => {
  const lines = recorded("push");
  const steps = lines.map((_, index) =>
    lines.slice(0, index + 1).reduce((progress, line) => reducePull(progress, asPullLine(line)), noProgress),
  );
  const totals = new Map(lines.flatMap(({ digest, total = 0 }) => (digest ? [[digest, total]] : [])));
  const last = steps.at(-1);
  expect(last).toMatchObject({ phase: "success", percent: 100 });
  expect(last?.completed).toBe([...totals.values()].reduce((sum, size) => sum + size, 0));
  expect(steps.at(-2)?.phase).toBe("writing");
  expect(steps.at(-2)?.percent).toBe(99);
  const percents = steps.flatMap(({ percent }) => percent ?? []);
  expect(percents).toEqual(percents.toSorted((x, y) => x - y));
});

test("a push to a host in the name needs no account at ollama.com", () => {
  expect(pushTarget("anna/tiny")).toEqual({ host: "registry.ollama.ai", namespace: "anna", isOllama: true });
  expect(pushTarget("127.0.0.1:5001/fast/pushed:latest")).toMatchObject({
    host: "127.0.0.1:5001",
    isOllama: false,
  });
  expect(pushTarget("a b")).toBeUndefined();
});

test("only a model without an owner is offered the account's namespace", () => {
  const anna = { status: "signed-in", name: "anna" } as const;
  expect(suggestedPushName("llama3.2:latest", anna)).toBe("anna/llama3.2:latest");
  expect(suggestedPushName("bert/tiny:1b", anna)).toBe("bert/tiny:1b");
  expect(suggestedPushName("hf.co/bert/Tiny-GGUF:Q4_K_M", anna)).toBe("anna/Tiny-GGUF:Q4_K_M");
  expect(suggestedPushName("localhost:5000/library/tiny:1b", anna)).toBe("localhost:5000/library/tiny:1b");
  expect(suggestedPushName("llama3.2:latest", { status: "signed-out" })).toBe("llama3.2:latest");
  expect(suggestedPushName("llama3.2:latest", undefined)).toBe("llama3.2:latest");
});

import { expect, test } from "vitest";
import type { UploadView } from "#src/state/upload-view.ts";
import { missingParts, uploadedFiles } from "./uploaded-files.ts";

const digest = `sha256:${"a".repeat(64)}`;

function ready(name: string, part?: { number: number; count: number }): UploadView {
  const common = { key: name, server: "http://localhost:11434", name, size: 10 };
  const head = { version: 3, tensors: 1, kind: "model" as const, ...(part && { part }) };
  return { ...common, head, status: "ready", digest, how: "uploaded" };
}

test("all are on the server", () => {
  expect(uploadedFiles([ready("a.gguf"), ready("b.gguf")])).toEqual({
    files: { "a.gguf": digest, "b.gguf": digest },
    adapters: {},
    quantization: "",
  });
});

test("adapters are told from weights by what they say they are", () => {
  const lora: UploadView = { ...ready("lora.gguf"), head: { version: 3, tensors: 1, kind: "adapter" } };
  const projector: UploadView = { ...ready("mm.gguf"), head: { version: 3, tensors: 1, kind: "projector" } };
  const head = { version: 3, tensors: 1, kind: "model", fileType: "Q4_K_M" } as const;
  expect(uploadedFiles([lora, projector, { ...ready("a.gguf"), head }])).toEqual({
    files: { "a.gguf": digest, "mm.gguf": digest },
    adapters: { "lora.gguf": digest },
    quantization: "Q4_K_M",
  });
});

test("none, or one that is not there yet, or one that is not used", () => {
  const { key, server, name, size } = ready("b.gguf");
  const refused: UploadView = { key, server, name, size, status: "refused", fault: "text" };
  const asking: UploadView = { key, server, name, size, status: "asking" };
  expect(uploadedFiles([])).toBeNull();
  expect(uploadedFiles([ready("a.gguf"), asking])).toBeNull();
  expect(uploadedFiles([ready("a.gguf"), refused])).toBeNull();
});

test("parts are missed by their numbers, from 1", () => {
  const parts = [1, 4].map((number) => ready(`${number}.gguf`, { number, count: 4 }));
  expect(missingParts(parts)).toEqual([2, 3]);
  expect(uploadedFiles(parts)).toBeNull();
  expect(missingParts([ready("whole.gguf")])).toEqual([]);
});

test("a file that claims countless parts costs no memory", () => {
  expect(missingParts([ready("m.gguf", { number: 1, count: 4_000_000_000 })]).length).toBe(999);
});

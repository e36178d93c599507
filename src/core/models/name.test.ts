import { describe, expect, it } from "vitest";
import { type NameFault, parseModelName, sameModel, withTag } from "./name.ts";

const nameOf = (text: string) => {
  const parsed = parseModelName(text);
  return parsed.ok ? parsed.name : parsed.reason;
};

describe("a model's name", () => {
  it.each([
    ["llama3.2", "llama3.2:latest"],
    ["llama3.2:1b", "llama3.2:1b"],
    ["library/llama3.2", "llama3.2:latest"],
    ["registry.ollama.ai/library/llama3.2:3b", "llama3.2:3b"],
    ["mine/model", "mine/model:latest"],
    ["hf.co/user/Repo-GGUF:Q4_K_M", "hf.co/user/Repo-GGUF:Q4_K_M"],
    ["https://hf.co/user/Repo-GGUF", "hf.co/user/Repo-GGUF:latest"],
    ["127.0.0.1:5001/flaky/plain:latest", "127.0.0.1:5001/flaky/plain:latest"],
    ["_x", "_x:latest"],
    ["gpt-oss:120b-cloud", "gpt-oss:120b-cloud"],
  ])("%s", (text, name) => expect(nameOf(text)).toBe(name));

  it.each([
    ["ollama pull llama3.2", "llama3.2:latest"],
    ['$ ollama run llama3.2:1b --verbose "Why is the sky blue?"', "llama3.2:1b"],
    ["ollama run --keepalive 5m hf.co/u/R:Q8_0", "hf.co/u/R:Q8_0"],
    ["docker exec -it ollama ollama run qwen3", "qwen3:latest"],
    ['`ollama run "qwen3:8b"`', "qwen3:8b"],
    ["https://ollama.com/library/qwen3:8b", "qwen3:8b"],
    ["ollama.com/library/qwen3?utm=x#y", "qwen3:latest"],
    ["https://ollama.com/library/qwen3/tags", "qwen3:latest"],
    ["https://www.ollama.com/user/model", "user/model:latest"],
    ["https://huggingface.co/user/Repo-GGUF/tree/main", "hf.co/user/Repo-GGUF:latest"],
    ["huggingface.co/user/Repo-GGUF", "hf.co/user/Repo-GGUF:latest"],
    ["ollama run hf.co/user/Repo-GGUF:Q4_K_M", "hf.co/user/Repo-GGUF:Q4_K_M"],
    ['  "llama3.2"  ', "llama3.2:latest"],
  ])("pasted: %s", (text, name) => expect(nameOf(text)).toBe(name));

  it.each<[string, NameFault]>([
    ["", "empty"],
    ["   ", "empty"],
    ["a b", "spaces"],
    ["-x", "model"],
    ["x:", "tag"],
    ["x:a b", "spaces"],
    ["x:-a", "tag"],
    ["größe", "model"],
    [`${"x".repeat(81)}`, "model"],
    ["a.b/x", "namespace"],
    ["/x", "namespace"],
    ["h!/n/x", "host"],
    ["a/b/c/x", "host"],
    ["x@sha256:abc", "digest"],
    ["https://ollama.com/search", "page"],
    ["https://huggingface.co/user.name", "page"],
    ["https://huggingface.co/user.name/repo", "namespace"],
  ])("refused: %s", (text, reason) => expect(parseModelName(text)).toEqual({ ok: false, reason }));

  it("tells its parts", () => {
    expect(parseModelName("hf.co/user/Repo:Q4")).toEqual({
      ok: true,
      name: "hf.co/user/Repo:Q4",
      host: "hf.co",
      namespace: "user",
      model: "Repo",
      tag: "Q4",
    });
  });

  it("is compared without letter case and with its tag", () => {
    expect(sameModel("Llama3.2", "llama3.2:latest")).toBe(true);
    expect(sameModel("registry.ollama.ai/library/x", "x:latest")).toBe(true);
    expect(sameModel("x:1b", "x")).toBe(false);
    expect([withTag("x"), withTag("h:1/n/x"), withTag("x:y"), withTag("")]).toEqual([
      "x:latest",
      "h:1/n/x:latest",
      "x:y",
      "",
    ]);
  });
});

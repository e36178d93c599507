import { describe, expect, it } from "vitest";
import { useOfVariable, variablesIn } from "./variables.ts";

describe("variables in what was pasted", () => {
  it.each<[string, string, string]>([
    ["a shell", "OLLAMA_HOST=0.0.0.0 ollama serve", "0.0.0.0"],
    ["an export", 'export OLLAMA_HOST="0.0.0.0:11434"', "0.0.0.0:11434"],
    ["a unit", 'Environment="OLLAMA_HOST=0.0.0.0"', "0.0.0.0"],
    ["docker", "docker run -d -e OLLAMA_HOST=0.0.0.0 -p 11434:11434 ollama/ollama", "0.0.0.0"],
    ["compose, a list", "      - OLLAMA_HOST=0.0.0.0", "0.0.0.0"],
    ["compose, a map", '      OLLAMA_HOST: "0.0.0.0"', "0.0.0.0"],
    ["setx", 'setx OLLAMA_HOST "0.0.0.0"', "0.0.0.0"],
    ["launchctl", "launchctl setenv OLLAMA_HOST 0.0.0.0", "0.0.0.0"],
    ["PowerShell", '$env:OLLAMA_HOST = "0.0.0.0"', "0.0.0.0"],
    [
      "PowerShell for good",
      '[Environment]::SetEnvironmentVariable("OLLAMA_HOST", "0.0.0.0", "User")',
      "0.0.0.0",
    ],
    ["Kubernetes", '        - name: OLLAMA_HOST\n          value: "0.0.0.0"\n', "0.0.0.0"],
    ["Kubernetes as JSON", '{ "name": "OLLAMA_HOST",\n  "value": "0.0.0.0" }', "0.0.0.0"],
    ["a name alone", "OLLAMA_HOST\nvalues of your own", ""],
    ["a value in apostrophes", "OLLAMA_HOST='0.0.0.0' ollama serve", "0.0.0.0"],
  ])("%s", (_, text, value) => {
    expect(variablesIn(text)).toEqual([{ name: "OLLAMA_HOST", value }]);
  });

  it("keeps the spaces after commas, which are a mistake", () => {
    expect(variablesIn("OLLAMA_ORIGINS=https://a.example, https://b.example ollama serve")).toEqual([
      { name: "OLLAMA_ORIGINS", value: "https://a.example, https://b.example" },
    ]);
    expect(variablesIn('Environment="OLLAMA_ORIGINS=https://a.example, https://b.example"')).toEqual([
      { name: "OLLAMA_ORIGINS", value: "https://a.example, https://b.example" },
    ]);
  });

  it("finds several, on one line and on several", () => {
    expect(variablesIn("docker run -e OLLAMA_PORT=80 -e OLLAMA_HOST=0.0.0.0\nOLLAMA_DEBUG=1")).toEqual([
      { name: "OLLAMA_PORT", value: "80" },
      { name: "OLLAMA_HOST", value: "0.0.0.0" },
      { name: "OLLAMA_DEBUG", value: "1" },
    ]);
  });
});

it.each<[string, string, string | undefined]>([
  ["OLLAMA_ORIGINS", "read", undefined],
  ["OLLAMA_VULKAN", "read", undefined],
  ["OLLAMA_PORT", "never", "OLLAMA_HOST"],
  ["OLLAMA_ALLOWED_ORIGINS", "never", "OLLAMA_ORIGINS"],
  ["OLLAMA_MAX_VRAM", "removed", "OLLAMA_GPU_OVERHEAD"],
  ["OLLAMA_CORS", "other", "OLLAMA_ORIGINS"],
  ["OLLAMA_ORIGIN", "unknown", "OLLAMA_ORIGINS"],
  ["OLLAMA_FASTER", "unknown", undefined],
])("the server and %s: %s", (name, use, instead) => {
  expect(useOfVariable(name)).toEqual(instead === undefined ? { use } : { use, instead });
});

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeOllama, startFakeOllama } from "../../../e2e/support/fake-ollama.ts";
import { says } from "../../../e2e/support/scenarios.ts";
import { snippet, snippetLanguages } from "./snippets.ts";

const run = promisify(execFile);
/** What shells, Python and JavaScript read in their own way. */
const nasty =
  'it\'s "quoted" $HOME `id` $(id) \\n \\ \n\ttab \r %s ! # \'\'\' """ é 漢字 😀 \u2028 \u0000 \u007f JSON\nJSON\n';
const image = "iVBORw0KGgo=";
const body = {
  model: "llama3.2:latest",
  prompt: nasty,
  system: nasty,
  raw: false,
  format: { type: "object", properties: { "it's": { type: "string" }, __proto__x: {} }, required: ["it's"] },
  keep_alive: "10m",
  options: { temperature: 0.1, num_predict: -1, stop: ["'", "\n\n"], use_mmap: true },
};

let ollama: FakeOllama;
let folder: string;

beforeAll(async () => {
  ollama = await startFakeOllama();
  folder = await mkdtemp(join(tmpdir(), "snippets-"));
});

afterAll(async () => {
  await ollama.close();
  await rm(folder, { recursive: true });
});

const request = (more: object = {}, path: "/api/generate" | "/api/embed" = "/api/generate") => ({
  server: `${ollama.url}/`,
  path,
  body: { ...body, ...more },
});

const lastBody = () => ollama.requests.at(-1)?.body;

async function runShell(text: string): Promise<string> {
  const shell = spawn("sh", ["-s"], { stdio: ["pipe", "pipe", "ignore"] });
  let output = "";
  shell.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise((resolve) => shell.once("close", resolve));
  shell.stdin.end(text);
  await ended;
  return output;
}

async function runNode(text: string): Promise<string> {
  const file = join(folder, "request.mjs");
  await writeFile(file, text);
  return (await run("node", [file])).stdout;
}

describe("curl", () => {
  it("sends the very body, whatever a shell would make of it", async () => {
    ollama.script(says("Hello there"), { times: 1 });
    const output = await runShell(snippet("curl", request()));
    expect(lastBody()).toEqual(body);
    expect(output).toContain('"done":true');
  });

  it("sends what is too long for an argument", async () => {
    const long = { prompt: `${nasty.repeat(20_000)}`, stream: false };
    const output = await runShell(snippet("curl", request(long)));
    expect(lastBody()).toEqual({ ...body, ...long });
    expect(JSON.parse(output)).toMatchObject({ done: true });
  });
});

describe("JavaScript", () => {
  it("sends the very body and writes the streamed text", async () => {
    ollama.script(says("Hello there"), { times: 1 });
    expect(await runNode(snippet("javascript", request()))).toBe("Hello there\n");
    expect(lastBody()).toEqual(body);
  });

  it("writes a whole answer", async () => {
    ollama.script(says("Hello there"), { times: 1 });
    expect(await runNode(snippet("javascript", request({ stream: false })))).toBe("Hello there\n");
  });

  it("fails in the server's words", async () => {
    await expect(runNode(snippet("javascript", request({ model: "nope" })))).rejects.toThrow(
      "model 'nope' not found",
    );
  });

  it("keeps a key named __proto__", async () => {
    const format = JSON.parse('{"__proto__":{"type":"string"}}') as object;
    await runNode(snippet("javascript", request({ format, stream: false })));
    expect(JSON.stringify(lastBody())).toContain('"__proto__":{"type":"string"}');
  });

  it("embeds", async () => {
    const embedding = { ...request({}, "/api/embed"), body: { model: "nomic-embed-text", input: [nasty] } };
    expect(await runNode(snippet("javascript", embedding))).toMatch(/^\[/);
    expect(lastBody()).toEqual(embedding.body);
  });
});

describe("Python", () => {
  /** The call's arguments as Python itself reads them, in JSON. */
  async function callIn(text: string): Promise<unknown> {
    const program = [
      "import ast, json, sys",
      "tree = ast.parse(sys.stdin.read())",
      "calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)]",
      "call = next(c for c in calls if c.func.attr in ('generate', 'embed', 'create'))",
      "print(json.dumps({k.arg: ast.literal_eval(k.value) for k in call.keywords}))",
    ].join("\n");
    const python = spawn("python3", ["-c", program], { stdio: ["pipe", "pipe", "inherit"] });
    let output = "";
    python.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
    const ended = new Promise((resolve, reject) => python.once("close", resolve).once("error", reject));
    python.stdin.end(text);
    await ended;
    return JSON.parse(output);
  }

  it("calls the package ollama with the fields of the body", async () => {
    const text = snippet("python", request());
    expect(text).toContain(`Client(host="${ollama.url}")`);
    expect(await callIn(text)).toEqual({ ...body, stream: true });
    const { stream: _, ...whole } = { ...body, stream: false };
    expect(await callIn(snippet("python", request({ stream: false })))).toEqual(whole);
  });

  it("gives images as bytes", () => {
    const text = snippet("python", request({ images: [image] }));
    expect(text).toContain("from base64 import b64decode\n");
    expect(text).toContain(`  images=[b64decode("${image}")],\n`);
  });

  it("calls the package openai with what /v1/completions takes, and names what it leaves out", async () => {
    const text = snippet("openai", request({ suffix: "}" }));
    expect(text).toContain("client.completions.create(");
    expect(text).toContain(`base_url="${ollama.url}/v1"`);
    expect(await callIn(text)).toEqual({
      model: body.model,
      prompt: nasty,
      suffix: "}",
      temperature: 0.1,
      stop: body.options.stop,
      stream: true,
    });
    expect(text).toContain(
      "# Left out, because /v1 has no field for it: system, raw, format, keep_alive, options.use_mmap\n",
    );
    expect(text).toContain("# On /v1 top_p counts as 1 where absent");
    expect(text).toContain("# On /v1 presence_penalty counts as 0 where absent");
    expect(text).not.toContain("temperature counts");
  });

  it("calls it for a chat where that can say what /v1/completions cannot", async () => {
    const text = snippet("openai", request({ raw: undefined, think: false, images: [image, "R0lGOD"] }));
    expect(text).toContain("client.chat.completions.create(");
    expect(await callIn(text)).toEqual({
      model: body.model,
      messages: [
        { role: "system", content: nasty },
        {
          role: "user",
          content: [
            { type: "text", text: nasty },
            { type: "image_url", image_url: { url: `data:image/png;base64,${image}` } },
            { type: "image_url", image_url: { url: "data:;base64,R0lGOD" } },
          ],
        },
      ],
      temperature: 0.1,
      stop: body.options.stop,
      response_format: { type: "json_schema", json_schema: { name: "answer", schema: body.format } },
      reasoning_effort: "none",
      stream: true,
    });
    expect(text).toContain("# Left out, because /v1 has no field for it: keep_alive, options.use_mmap\n");
    const plain = { server: ollama.url, path: "/api/generate" as const };
    const json = snippet("openai", {
      ...plain,
      body: { model: "m", prompt: "x", format: "json", think: "max" },
    });
    expect(await callIn(json)).toEqual({
      model: "m",
      messages: [{ role: "user", content: "x" }],
      response_format: { type: "json_object" },
      reasoning_effort: "max",
      stream: true,
    });
  });

  it("embeds with both packages", async () => {
    const embedding = { model: "m", input: ["a", nasty], truncate: false, dimensions: 64 };
    const asked = { ...request({}, "/api/embed"), body: embedding };
    expect(await callIn(snippet("python", asked))).toEqual(embedding);
    const text = snippet("openai", asked);
    expect(await callIn(text)).toEqual({
      model: "m",
      input: embedding.input,
      dimensions: 64,
      encoding_format: "float",
    });
    expect(text).toContain("no field for it: truncate\n");
  });
});

describe("a server that asks who it is", () => {
  const headers = [
    ["Authorization", "Bearer ***"],
    ["X-Gate", "***"],
  ] as const;
  const asked = () => ({ ...request({ stream: false, raw: undefined }), headers });

  it("gets its headers from each program, and the first line says whose secrets are wanted", async () => {
    for (const language of snippetLanguages) {
      const text = snippet(language, asked());
      expect(text).toMatch(/^(#|\/\/) Put your own secrets where \*\*\* stands\n/);
    }
    await runShell(snippet("curl", asked()));
    expect(ollama.requests.at(-1)?.headers).toMatchObject({ authorization: "Bearer ***", "x-gate": "***" });
    await runNode(snippet("javascript", asked()));
    expect(ollama.requests.at(-1)?.headers).toMatchObject({
      authorization: "Bearer ***",
      "content-type": "application/json",
      "x-gate": "***",
    });
    expect(snippet("python", asked())).toContain(
      `Client(host="${ollama.url}", headers={\n  "Authorization": "Bearer ***",\n  "X-Gate": "***",\n})`,
    );
    const openai = snippet("openai", asked());
    expect(openai).toContain('api_key="***", default_headers={\n  "X-Gate": "***",\n})');
    expect(openai).not.toContain("wants a key");
  });
});

it("ends each program with a newline", () => {
  for (const language of snippetLanguages) expect(snippet(language, request())).toMatch(/[^\n]\n$/);
});

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { appPort } from "./app-port.ts";
import { chooseServer, installCommand } from "./ollama-server.ts";

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

async function answering(body: string): Promise<number> {
  const server = createServer((_request, response) => response.end(body)).listen(0, "127.0.0.1");
  open.push(() => server.close());
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function run(env: Record<string, string>, parameters = ["scripts/run.cjs", "start"]) {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = await once(child, "close");
  return { code: Number(code), output };
}

describe("what cannot work is said in one line, with an exit code", () => {
  test.each([
    [{ PORT: "abc" }, /^PORT="abc" cannot be used: .*\n$/],
    [{ PORT: "70000" }, /^PORT="70000" cannot be used: .*\n$/],
    [{ PORT: "", OLLAMA_HOST: "localhost:99999" }, /^OLLAMA_HOST="localhost:99999" cannot be used: .*\n$/],
    [{ PORT: "", OLLAMA_HOST: "", OLLAMA_PORT: "x" }, /^OLLAMA_PORT="x" cannot be used: .*\n$/],
  ])("%j", async (env, line) => {
    const { code, output } = await run(env);
    expect(output).toMatch(line);
    expect(code).toBe(1);
  });

  test.each(["start", "dev"])("%s on a port in use", async (script) => {
    const port = await answering("");
    const env = { PORT: String(port), OLLAMA_HOST: `127.0.0.1:${port}` };
    const { code, output } = await run(env, ["scripts/run.cjs", script]);
    expect(output).toMatch(new RegExp(`^Port ${port} is already in use\\. .*\\n$`));
    expect(code).toBe(1);
  });

  test("an old Node", async () => {
    const old = `Object.defineProperty(process, "versions", { value: { node: "20.18.1" } }); require("./scripts/run.cjs")`;
    const { code, output } = await run({}, ["--input-type=commonjs", "-e", old]);
    expect(output).toBe("Candor needs Node 20.19 or newer; this is Node 20.18.1.\n");
    expect(code).toBe(1);
  });
});

test("PORT", () => {
  expect(appPort({})).toBe(5173);
  expect(appPort({ PORT: " 8080 " })).toBe(8080);
});

describe("which Ollama", () => {
  test("one that the environment names is taken, and its version told", async () => {
    const port = await answering('{"version":"0.30.1"}');
    const chosen = await chooseServer({ OLLAMA_HOST: `127.0.0.1:${port}` });
    const url = `http://127.0.0.1:${port}`;
    expect(chosen.config).toEqual({
      servers: [{ name: "This computer", url, kind: "ollama" }],
      practice: false,
    });
    expect(chosen.report).toEqual([`Ollama  ${url} (version 0.30.1)`]);
  });

  test("one that was named and is silent is kept, not replaced", async () => {
    const port = await answering("");
    open.splice(0).forEach((close) => close());
    const chosen = await chooseServer({ OLLAMA_PORT: String(port) });
    expect(chosen.config.practice).toBe(false);
    expect(chosen.report).toEqual([`Ollama  http://localhost:${port} (does not answer yet)`]);
  });

  test("something else than Ollama is told apart", async () => {
    const port = await answering("<!doctype html>");
    const { report } = await chooseServer({ OLLAMA_HOST: `http://localhost:${port}` });
    expect(report[0]).toContain("not as Ollama does");
  });

  test("the command that installs Ollama fits the system", () => {
    expect(installCommand("linux")).toContain("| sh");
    expect(installCommand("win32")).toContain("iex");
  });
});

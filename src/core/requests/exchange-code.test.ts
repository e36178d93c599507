import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Exchange, noBody } from "./exchange.ts";
import { type CodeLanguage, exchangeCode } from "./exchange-code.ts";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

let url: string;
let all: Seen[] = [];

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (bytes: Buffer) => (body += bytes.toString()));
  request.on("end", () => {
    all.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    response.end('{"is":"answered"}\n');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const programs: Record<CodeLanguage, readonly [string, ...string[]]> = {
  curl: ["sh", "-s"],
  python: ["python3", "-"],
  javascript: ["node", "--input-type=module", "-"],
};

async function run(language: CodeLanguage, code: string): Promise<string> {
  const [program, ...words] = programs[language];
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  const ended = new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  child.stdin.end(code);
  await ended;
  return output;
}

function exchange(method: string, path: string, body?: string, more: Partial<Exchange> = {}): Exchange {
  const headers = body === undefined ? [] : ([["content-type", "application/json"]] as const);
  return {
    id: 1,
    server: url,
    path,
    method,
    kind: "other",
    isBlind: false,
    sentAt: 0,
    state: "done",
    sent: {
      headers: [...headers, ["x-it's", 'a "b" $HOME']],
      body: body === undefined ? noBody : { ...noBody, text: body, bytes: body.length },
    },
    received: { headers: [], body: noBody },
    chunks: [],
    chunkCount: 0,
    isPathMasked: false,
    ...more,
  };
}

const value = {
  model: 'it\'s "m" $HOME `id` \\ \n é漢😀',
  stream: true,
  options: { stop: ["'"], seed: null },
};
const json = JSON.stringify(value);

it.each(["curl", "python", "javascript"] as const)(
  "%s sends the request and prints the answer",
  async (language) => {
    for (const [method, path, body] of [
      ["POST", "/v1/chat/completions?x='1'&y=\"2\"", json],
      ["DELETE", "/api/delete", json],
      ["GET", "/api/tags"],
      ["POST", "/api/me"],
      ["POST", "/api/show", "no JSON: it's $HOME"],
    ] as const) {
      all = [];
      const output = await run(language, exchangeCode(language, exchange(method, path, body)));
      expect(output).toBe('{"is":"answered"}\n');
      const [seen] = all;
      expect(seen).toMatchObject({ method });
      expect(decodeURIComponent(seen?.url ?? "")).toBe(path);
      expect(seen?.headers["x-it's"]).toBe('a "b" $HOME');
      if (body === json) expect(JSON.parse(seen?.body ?? "")).toEqual(value);
      else expect(seen?.body).toBe(body ?? "");
    }
  },
);

it("says where a secret was masked", () => {
  const headers = [["authorization", "Bearer ***"]] as const;
  const masked = exchange("GET", "/api/tags", undefined, { sent: { headers, body: noBody } });
  expect(exchangeCode("curl", masked)).toBe(
    `# Put your own secrets where *** stands\ncurl '${url}/api/tags' \\\n  -H 'authorization: Bearer ***'\n`,
  );
  expect(exchangeCode("javascript", masked)).toMatch(/^\/\/ Put your own/);
  expect(exchangeCode("curl", exchange("POST", "/api/show", '{"a":"***"}'))).not.toContain("Put your own");
});

import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Exchange, noBody } from "./exchange.ts";
import { type CodeLanguage, exchangeCode } from "./exchange-code.ts";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };

const page = "https://chat.example";

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
const hostile = `'; touch /tmp/x; '\n$(id) \`id\` !! \\' "\\" %s %n \u0000 \u2028 \ud800 </script> -- JSON\nJSON\n'''`;

it.each(["curl", "python", "javascript"] as const)(
  "%s sends the request and prints the answer",
  async (language) => {
    for (const [method, path, body] of [
      ["POST", "/v1/chat/completions?x='1'&y=\"2\"", json],
      ["DELETE", "/api/delete", json],
      ["GET", "/api/tags"],
      ["POST", "/api/me"],
      ["POST", "/api/show", "no JSON: it's $HOME"],
      ["POST", "/api/show", "@/etc/hostname"],
      ["POST", "/api/show", JSON.stringify({ prompt: hostile })],
      // Longer than a shell takes as an argument.
      ["POST", "/api/show", JSON.stringify({ images: ["A".repeat(200_000)], prompt: hostile })],
    ] as const) {
      all = [];
      const output = await run(language, exchangeCode(language, exchange(method, path, body), page));
      expect(output).toBe('{"is":"answered"}\n');
      const [seen] = all;
      expect(seen).toMatchObject({ method });
      expect(decodeURIComponent(seen?.url ?? "")).toBe(path);
      expect(seen?.headers["x-it's"]).toBe('a "b" $HOME');
      expect(seen?.headers.origin).toBe(page);
      if (body?.startsWith("{")) expect(JSON.parse(seen?.body ?? "")).toEqual(JSON.parse(body));
      else expect(seen?.body).toBe(body ?? "");
    }
  },
);

it("says where a secret was masked", () => {
  const headers = [["authorization", "Bearer ***"]] as const;
  const masked = exchange("GET", "/api/tags", undefined, { sent: { headers, body: noBody } });
  expect(exchangeCode("curl", masked, page)).toBe(
    `# Put your own secrets where *** stands\ncurl '${url}/api/tags' \\\n  -H 'authorization: Bearer ***' \\\n  -H 'origin: ${page}'\n`,
  );
  expect(exchangeCode("javascript", masked, page)).toMatch(/^\/\/ Put your own/);
  expect(exchangeCode("curl", exchange("POST", "/api/show", '{"a":"***"}'), page)).not.toContain(
    "Put your own",
  );
});

it("says who asks only where the browser did", () => {
  const asksAs = (method: string, more: Partial<Exchange>, origin: string) =>
    exchangeCode("curl", exchange(method, "/api/tags", undefined, more), origin).includes("origin:");
  expect(asksAs("GET", {}, page)).toBe(true);
  expect(asksAs("GET", { isBlind: true }, page)).toBe(false);
  const own = { server: `${page}/ollama` };
  expect(asksAs("GET", own, page)).toBe(false);
  expect(asksAs("POST", own, page)).toBe(true);
});

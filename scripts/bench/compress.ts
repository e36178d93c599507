import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const passedOn = ["content-type", "content-security-policy", "cache-control"];
const text = /^text\/|javascript|json|svg/;

/** Puts what static hosts do in front of a site: answers with gzip, each made once. */
export async function compress(site: string): Promise<{ readonly url: string }> {
  const known = new Map<string, Promise<Answer>>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const answer = known.get(path) ?? fetchCompressed(`${site}${path}`);
    known.set(path, answer);
    answer.then(
      ({ status, headers, body }) =>
        response.writeHead(status, { ...headers, "Content-Length": body.length }).end(body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

async function fetchCompressed(address: string): Promise<Answer> {
  const response = await fetch(address);
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return text.test(headers["content-type"] ?? "")
    ? {
        status: response.status,
        headers: { ...headers, "content-encoding": "gzip" },
        body: gzipSync(body, { level: 9 }),
      }
    : { status: response.status, headers, body };
}

import { Agent, type IncomingMessage, request as openRequest } from "node:http";
import * as v from "valibot";

const headersSchema = v.array(v.tuple([v.string(), v.string()]));

const chunkSchema = v.union([
  v.strictObject({ ms: v.number(), text: v.string() }),
  v.strictObject({ ms: v.number(), base64: v.string() }),
]);

/** One recorded exchange: what was asked, and what came back chunk by chunk. */
export const traceSchema = v.strictObject({
  case: v.string(),
  about: v.string(),
  server: v.string(),
  recorded: v.string(),
  request: v.strictObject({
    method: v.string(),
    path: v.string(),
    headers: v.record(v.string(), v.string()),
    body: v.unknown(),
  }),
  response: v.strictObject({
    status: v.number(),
    reason: v.string(),
    headers: headersSchema,
    chunks: v.array(chunkSchema),
    end: v.picklist(["complete", "client closed", "server closed early", "connection reset"]),
    endMs: v.number(),
  }),
});

export type Trace = v.InferOutput<typeof traceSchema>;
export type TraceRequest = Trace["request"];
export type TraceResponse = Trace["response"];

/** A long body is kept as its length only. */
export function hasBody(request: TraceRequest): boolean {
  return !(typeof request.body === "string" && /^<\d+ bytes>$/.test(request.body));
}

export function textOfChunks(chunks: TraceResponse["chunks"]): string {
  return Buffer.concat(chunks.map(bytesOf)).toString("utf8");
}

export function bytesOf(chunk: TraceResponse["chunks"][number]): Buffer {
  return "text" in chunk ? Buffer.from(chunk.text) : Buffer.from(chunk.base64, "base64");
}

/** Sends the request as it is written down and takes the answer apart; leaves after so many chunks if told. */
export async function capture(
  base: string,
  asked: TraceRequest,
  leaveAfter = Infinity,
): Promise<TraceResponse> {
  const { hostname, port } = new URL(base);
  const body = bodyText(asked.body);
  // With an agent that keeps connections the server is not asked to say that it closes this one.
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const since = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    return await new Promise<TraceResponse>((resolve, reject) => {
      let broken: (() => void) | undefined;
      const headers = {
        ...asked.headers,
        ...(body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
      };
      const sent = openRequest(
        { hostname, port, agent, method: asked.method, path: asked.path, headers },
        (incoming: IncomingMessage) => {
          const chunks: TraceResponse["chunks"] = [];
          const finish = (end: TraceResponse["end"]) =>
            resolve({
              status: incoming.statusCode ?? 0,
              reason: incoming.statusMessage ?? "",
              headers: pairs(incoming.rawHeaders),
              chunks,
              end,
              endMs: since(),
            });
          incoming.on("data", (bytes: Buffer) => {
            if (chunks.length >= leaveAfter) return;
            chunks.push(chunkOf(bytes, since()));
            if (chunks.length < leaveAfter) return;
            finish("client closed");
            sent.destroy();
          });
          incoming.on("end", () => finish("complete"));
          broken = () => finish("connection reset");
          incoming.on("error", broken);
          incoming.on("close", () => finish("server closed early"));
        },
      );
      // After the head has come, a broken connection is part of the answer.
      sent.on("error", (error) => (broken === undefined ? reject(error) : broken()));
      sent.end(body);
    });
  } finally {
    agent.destroy();
  }
}

function bodyText(body: unknown): string {
  if (body === null || body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

function chunkOf(bytes: Buffer, ms: number): TraceResponse["chunks"][number] {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? { ms, text } : { ms, base64: bytes.toString("base64") };
}

function pairs(flat: readonly string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[2 * index] ?? "",
    flat[2 * index + 1] ?? "",
  ]);
}

import { createSocket } from "node:dgram";
import { createServer } from "node:http";

/** A server of somewhere else that notes whatever reaches it: requests, bare connections, packets. */
export interface Listener {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly string[];
  readonly heard: { connections: number; packets: number };
  close(): Promise<void>;
}

const pixel = Buffer.from("R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=", "base64");

export async function startListener(
  image: { body: Buffer; type: string } = { body: pixel, type: "image/gif" },
): Promise<Listener> {
  const requests: string[] = [];
  const heard = { connections: 0, packets: 0 };
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const isMissing = request.url?.includes("missing") ?? false;
    response.writeHead(isMissing ? 404 : 200, {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": image.type,
    });
    response.end(image.body);
  });
  server.on("connection", () => (heard.connections += 1));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const socket = createSocket("udp4");
  socket.on("message", () => (heard.packets += 1));
  await new Promise<void>((done) => socket.bind(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    heard,
    close: () =>
      new Promise((done) => {
        socket.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

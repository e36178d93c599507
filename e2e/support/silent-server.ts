import { connect, createServer, type Socket } from "node:net";

/** A server that takes every connection and never says a word, or passes all on until it is hushed. */
export interface SilentServer {
  readonly url: string;
  /** Connections that were opened. */
  readonly connections: number;
  /** From now on, no byte passes, and none is refused. */
  hush(): void;
  close(): Promise<void>;
}

/** @param port of the server behind it; without one it is silent from the first */
export async function startSilentServer(port?: number): Promise<SilentServer> {
  const open = new Set<Socket>();
  let connections = 0;
  let isSilent = port === undefined;
  const server = createServer((near) => {
    connections += 1;
    const far = port === undefined || isSilent ? undefined : connect(port, "127.0.0.1");
    for (const end of far ? [near, far] : [near]) {
      open.add(end);
      end.on("error", () => undefined);
      end.on("close", () => open.delete(end));
    }
    near.on("data", (bytes) => isSilent || far?.write(bytes));
    far?.on("data", (bytes) => isSilent || near.write(bytes));
    near.on("close", () => far?.destroy());
    far?.on("close", () => isSilent || near.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${own}`,
    get connections() {
      return connections;
    },
    hush: () => void (isSilent = true),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const end of open) end.destroy();
      }),
  };
}

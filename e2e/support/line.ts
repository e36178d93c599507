import { createServer, connect, type Socket } from "node:net";

/** A line to a server on which bytes can be made to wait, and which can be cut. */
export interface Line {
  readonly url: string;
  /** From now on, lets only so many bytes of each connection pass to the server. */
  holdAfter(bytes: number): void;
  /** Lets everything pass, also what waits. */
  goOn(): void;
  /** Resets all connections that are open, and every new one until it goes on: a browser tries a reset request once more by itself. */
  cut(): void;
  close(): Promise<void>;
}

export async function startLine(port: number): Promise<Line> {
  const open = new Set<Socket>();
  let limit = Number.POSITIVE_INFINITY;
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.on("error", () => undefined).resetAndDestroy();
      return;
    }
    const far = connect(port, "127.0.0.1");
    let passed = 0;
    for (const end of [near, far]) {
      open.add(end);
      end.on("error", () => undefined);
      end.on("close", () => {
        open.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    far.pipe(near);
    near.on("data", (bytes: Buffer) => {
      passed += bytes.length;
      far.write(bytes);
      if (passed > limit) near.pause();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${own}`,
    holdAfter: (bytes) => void (limit = bytes),
    goOn: () => {
      limit = Number.POSITIVE_INFINITY;
      isCut = false;
      for (const end of open) end.resume();
    },
    cut: () => {
      isCut = true;
      for (const end of open) end.resetAndDestroy();
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const end of open) end.destroy();
      }),
  };
}

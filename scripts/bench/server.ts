import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** When the server wrote, in milliseconds since 1970 UTC with fractions. */
export interface Written {
  readonly begun: number;
  readonly ended: number;
}

export type ServerMessage =
  | { readonly type: "ready"; readonly app: string; readonly reference: string }
  | { readonly type: "written"; readonly written: Written };

export type ServerRequest = "written?" | "go on";

export interface BenchServer {
  /** Where the two pages are served, compressed as a static host would. */
  readonly addresses: { readonly app: string; readonly reference: string };
  /** When the latest reply was begun and ended. */
  written(): Promise<Written>;
  /** Lets the reply come on that waits after a part. */
  goOn(): void;
  close(): void;
}

export async function startBenchServer(): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL("./server-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  function next<Type extends ServerMessage["type"]>(type: Type) {
    return new Promise<Extract<ServerMessage, { type: Type }>>((resolve, reject) => {
      const left = (code: number | null) => reject(new Error(`The servers ended (${code}).`));
      child.once("exit", left);
      child.on("message", function take(message: ServerMessage) {
        if (message.type !== type) return;
        child.off("message", take);
        child.off("exit", left);
        resolve(message as Extract<ServerMessage, { type: Type }>);
      });
    });
  }
  const send = (request: ServerRequest) => child.send(request);
  const { app, reference } = await next("ready");
  return {
    addresses: { app, reference },
    async written() {
      const answer = next("written");
      send("written?");
      return (await answer).written;
    },
    goOn: () => void send("go on"),
    close: () => child.disconnect(),
  };
}

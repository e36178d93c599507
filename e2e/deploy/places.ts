import { request } from "node:http";
import type { LaunchOptions } from "@playwright/test";
import { launchArguments } from "../../scripts/browser.ts";
import base from "../../playwright.config.ts";

/** A name that is this machine's to the browser alone, and that no Ollama trusts. */
export const publicName = "candor.lan";

/** A browser that knows the name. The question of local network access is another matter: it is asked of secure pages alone. */
export const launchOptions: LaunchOptions = {
  ...base.use?.launchOptions,
  args: [
    ...launchArguments,
    `--host-resolver-rules=MAP ${publicName} 127.0.0.1`,
    "--disable-features=LocalNetworkAccessChecks",
  ],
};

/** What is answered to who asks under another name, as a browser does that was led here by somebody else's. */
export function askUnder(
  name: string,
  port: number,
  path: string,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((done, fail) => {
    const headers = { Host: `${name}:${port}`, Origin: `http://${name}:${port}` };
    request({ host: "127.0.0.1", port, path, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      answer.on("end", () => done({ status: answer.statusCode, text }));
    })
      .on("error", fail)
      .end();
  });
}

/** A question as the app asks it, past the browser. */
export function ask(server: string, words: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server}/v1/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify({
      model: "llama3.2:latest",
      messages: [{ role: "user", content: words }],
      stream: true,
    }),
  });
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ChatPage } from "../pages/chat-page.ts";
import { scenarios } from "../support/scenarios.ts";
import { expect, test } from "../support/test.ts";
import { freePort, startNginx } from "./nginx.ts";
import { launchOptions, publicName } from "./places.ts";

test.use({ launchOptions, ignoreHTTPSErrors: true });

/** A certificate that nobody vouches for. */
function certificate(): { key: string; chain: string } {
  const folder = mkdtempSync(join(tmpdir(), "candor-certificate-"));
  const [key, chain] = [join(folder, "key.pem"), join(folder, "chain.pem")];
  const name = ["-subj", `/CN=${publicName}`, "-addext", `subjectAltName=DNS:${publicName}`];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...name, "-keyout", key, "-out", chain],
    { stdio: "ignore" },
  );
  const texts = { key: readFileSync(key, "utf8"), chain: readFileSync(chain, "utf8") };
  rmSync(folder, { recursive: true });
  return texts;
}

test("Over https, a reply is shown while it is written, and more than six at a time", async ({
  page,
  ollama,
}) => {
  const { key, chain } = certificate();
  const port = await freePort();
  const nginx = await startNginx({
    form: "deploy/nginx/one-origin.conf",
    files: { "config.json": { servers: [{ name: "Team", url: "/ollama" }] } },
    settings: { "chain.pem": chain, "key.pem": key },
    edits: [
      ["#include snippets/candor-https.conf;", "include snippets/candor-https.conf;"],
      ["listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`],
      ["listen [::]:443 ssl http2;", ""],
      ["server_name candor.example;", `server_name ${publicName} localhost 127.0.0.1;`],
      ["/etc/letsencrypt/live/candor.example/fullchain.pem", "/etc/nginx/chain.pem"],
      ["/etc/letsencrypt/live/candor.example/privkey.pem", "/etc/nginx/key.pem"],
      ["127.0.0.1:11434", `127.0.0.1:${ollama.port}`],
    ],
  });
  const moved = await fetch(`${nginx.url}/any?q=1`, { redirect: "manual" });
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "https://localhost/any?q=1"]);

  const chat = new ChatPage(page, `https://${publicName}:${port}`);
  const loaded = page.waitForResponse((response) => response.url().endsWith(`:${port}/`));
  await chat.open();
  expect((await loaded).headers()["strict-transport-security"]).toBe("max-age=2592000");
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  ollama.script(scenarios.paused);
  await chat.ask("Hi");
  await expect(chat.body(chat.reply)).toHaveText("One two three");

  // Over HTTP/1.1 a browser would open six connections, one of which that reply has.
  const asked = page.evaluate(async () => {
    const body = JSON.stringify({
      model: "llama3.2:latest",
      messages: [{ role: "user", content: "Me too" }],
    });
    const ask = async () => (await fetch("/ollama/v1/chat/completions", { method: "POST", body })).status;
    return Promise.all(Array.from({ length: 7 }, ask));
  });
  await expect.poll(() => ollama.requestsTo("/v1/chat/completions").length).toBe(8);
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await asked).toEqual([200, 200, 200, 200, 200, 200, 200]);
  await nginx.close();
});

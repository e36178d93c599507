import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectionAllowlists, contentSecurityPolicy } from "../../scripts/csp.ts";
import { ChatPage } from "../pages/chat-page.ts";
import { expect, test } from "../support/test.ts";
import { deployed, startNginx } from "./nginx.ts";

const form = "deploy/nginx/static.conf";

for (const folder of ["", "any/sub/path"]) {
  test(`nginx serves the app from "/${folder}"`, async ({ page, ollama }) => {
    const nginx = await startNginx({
      form,
      folder,
      files: { "config.json": { servers: [{ url: ollama.url }] } },
    });
    const chat = new ChatPage(page, folder === "" ? nginx.url : `${nginx.url}/${folder}`);
    await chat.open();
    await chat.ask("Hi");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await nginx.close();
  });
}

test("Files with a hash are kept for good, everything else is asked for again", async () => {
  const nginx = await startNginx({ form, files: { "config.json": {}, "service-worker.js": "// later" } });
  const names = readdirSync(nginx.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(nginx.root.length + 1));
  expect(names.filter((name) => name.startsWith("assets/")).length).toBeGreaterThan(100);
  expect(names).toEqual(expect.arrayContaining(["index.html", "config.json", "service-worker.js"]));
  // All but the assets, and every tenth of these.
  const some = names.filter((name, at) => !name.startsWith("assets/") || at % 10 === 0);
  for (const name of some) {
    const { status, headers } = await fetch(`${nginx.url}/${name}`, { method: "HEAD" });
    expect([name, status, headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual([
      name,
      200,
      name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      "nosniff",
    ]);
    expect([name, headers.get("referrer-policy")]).toEqual([name, "no-referrer"]);
    expect([name, headers.get("connection-allowlist")]).toEqual([name, connectionAllowlists[name] ?? null]);
  }
  for (const name of ["assets/of-an-older-build.js", "models", ".hidden"]) {
    const { status, headers } = await fetch(`${nginx.url}/${name}`);
    expect([name, status, headers.get("cache-control")]).toEqual([name, 404, null]);
  }
  await nginx.close();
});

test("The header has the page's own policy, and frames keep theirs", async () => {
  const nginx = await startNginx({ form });
  for (const path of ["/", "/index.html"]) {
    const { headers } = await fetch(nginx.url + path);
    expect(headers.get("content-security-policy")).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  }
  const page = readFileSync(`${deployed}/index.html`, "utf8").replaceAll("&#39;", "'");
  expect(page).toContain(`content="${contentSecurityPolicy}"`);
  for (const name of readdirSync(`${deployed}/frames`).filter((file) => file.endsWith(".html"))) {
    const { status, headers } = await fetch(`${nginx.url}/frames/${name}`);
    expect([status, headers.get("content-security-policy")]).toEqual([200, null]);
  }
  const type = async (name: string) => (await fetch(`${nginx.url}/${name}`)).headers.get("content-type");
  expect(await type("manifest.webmanifest")).toMatch(/^application\/manifest\+json/);
  expect(await type("theme.js")).toMatch(/javascript; charset=utf-8$/);
  await nginx.close();
});

test("What is compressed at build time is sent so, with Brotli, gzip, or not at all", async () => {
  const nginx = await startNginx({ form, files: { "config.json": { servers: [] } } });
  const scripts = readdirSync(join(nginx.root, "assets")).filter((name) => name.endsWith(".js.br"));
  expect(scripts.length).toBeGreaterThan(50);
  for (const name of ["index.html", `assets/${scripts[0]?.slice(0, -3)}`]) {
    const plain = readFileSync(join(nginx.root, name), "utf8");
    for (const encoding of [...(nginx.hasBrotli ? ["br"] : []), "gzip", "identity"]) {
      const answer = await fetch(`${nginx.url}/${name}`, { headers: { "Accept-Encoding": encoding } });
      expect([name, answer.headers.get("content-encoding")]).toEqual([
        name,
        encoding === "identity" ? null : encoding,
      ]);
      expect(answer.headers.get("vary")).toBe("Accept-Encoding");
      expect(await answer.text()).toBe(plain);
      const length = answer.headers.get("content-length");
      expect(Number(length)).toBe(
        readFileSync(join(nginx.root, name + ({ br: ".br", gzip: ".gz" }[encoding] ?? ""))).length,
      );
    }
  }
  expect(await (await fetch(`${nginx.url}/config.json`)).json()).toEqual({ servers: [] });
  await nginx.close();
});

test("An nginx without Brotli takes the form as it is, and sends gzip", async () => {
  const nginx = await startNginx({ form, isPlain: true });
  for (const address of nginx.addresses) {
    const answer = await fetch(`http://${address}:${nginx.port}/`, {
      headers: { "Accept-Encoding": "br, gzip" },
    });
    expect([address, answer.status, answer.headers.get("content-encoding")]).toEqual([address, 200, "gzip"]);
    expect(await answer.text()).toBe(readFileSync(`${deployed}/index.html`, "utf8"));
  }
  await nginx.close();
});

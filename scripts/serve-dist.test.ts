import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "node:http";
import { afterAll, afterEach, expect, test } from "vitest";
import { contentSecurityPolicy } from "./csp.ts";
import { serveDist, type ServedDist, type ServeOptions } from "./serve-dist.ts";

const root = mkdtempSync(join(tmpdir(), "candor-serve-"));
const folder = (name: string, files: Record<string, string>) => {
  for (const inside of ["assets", "frames"]) mkdirSync(join(root, name, inside), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, file), text);
  return join(root, name);
};
writeFileSync(join(root, "secret.txt"), "secret");
const first = folder("first", {
  "index.html": "first",
  "assets/main-1.js": "one",
  "manifest.webmanifest": "{}",
  "frames/preview.html": "frame",
});
const second = folder("second", {
  "index.html": "second",
  "assets/main-2.js": "two",
  "config.json": '{"a":1}',
});

const served: ServedDist[] = [];
const serve = async (options: ServeOptions) => {
  const app = await serveDist({ directory: first, ...options });
  served.push(app);
  return app;
};
afterEach(async () => void (await Promise.all(served.splice(0).map((app) => app.close()))));
afterAll(() => rmSync(root, { recursive: true }));

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** As fetch, which would tidy the path up before it is sent. */
const statusOf = (port: number, path: string, method = "GET") =>
  new Promise<number | undefined>((done, fail) => {
    request({ host: "127.0.0.1", port, path, method }, (response) => done(response.resume().statusCode))
      .on("error", fail)
      .end();
  });

test("the page is fresh and has the policy, hashed assets are kept, what is missing is 404", async () => {
  const { url } = await serve({});
  const page = await get(`${url}/`);
  expect(page.text).toBe("first");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  expect(page.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
  const asset = await get(`${url}/assets/main-1.js`);
  expect(asset.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(asset.headers.get("cache-control")).toMatch(/immutable/);
  expect((await get(`${url}/manifest.webmanifest`)).headers.get("content-type")).toMatch(/manifest\+json/);
  for (const path of ["/config.json", "/assets/", "/assets/main-2.js", "/models"]) {
    expect((await get(`${url}${path}`)).status).toBe(404);
  }
});

test("both loopback addresses answer, or the one that there is", async () => {
  const { port } = await serve({});
  expect((await get(`http://127.0.0.1:${port}/`)).text).toBe("first");
  const six = await get(`http://[::1]:${port}/`).catch(() => undefined);
  if (six) expect(six.text).toBe("first");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/assets/../../secret.txt",
  "/..%5csecret.txt",
  "/%00",
  "/%E0%A4%A",
])("%s leads nowhere", async (path) => {
  const { port } = await serve({});
  expect(await statusOf(port, path)).toBe(404);
});

test("only reading is allowed", async () => {
  const { port } = await serve({});
  expect(await statusOf(port, "/", "HEAD")).toBe(200);
  expect(await statusOf(port, "/", "POST")).toBe(405);
});

test("config.json is what was given, can change, and can be the file", async () => {
  const app = await serve({ config: { practice: true } });
  const config = await get(`${app.url}/config.json`);
  expect(JSON.parse(config.text)).toEqual({ practice: true });
  expect(config.headers.get("cache-control")).toBe("no-store");
  app.setConfig("not JSON");
  expect((await get(`${app.url}/config.json`)).text).toBe("not JSON");
  app.setConfig(undefined);
  expect((await get(`${app.url}/config.json`)).status).toBe(404);
  app.serve(second);
  expect((await get(`${app.url}/config.json`)).text).toBe('{"a":1}');
});

test("a frame keeps its own policy, and gets the header that lets nothing connect", async () => {
  const { url } = await serve({});
  const { headers } = await get(`${url}/frames/preview.html`);
  expect(headers.get("content-security-policy")).toBeNull();
  expect(headers.get("connection-allowlist")).toBe("()");
  expect((await get(`${url}/`)).headers.get("connection-allowlist")).toBeNull();
});

test("a new build takes the place of the old one, whose assets can be kept", async () => {
  const app = await serve({ olderAssets: join(first, "assets") });
  app.serve(second);
  expect((await get(`${app.url}/`)).text).toBe("second");
  expect((await get(`${app.url}/assets/main-1.js`)).text).toBe("one");
  expect((await get(`${app.url}/assets/main-3.js`)).status).toBe(404);
});

test("the app can be in a folder of the site", async () => {
  const app = await serve({ mount: "some/folder" });
  expect(app.url).toBe(`http://localhost:${app.port}/some/folder`);
  const page = await fetch(app.url);
  expect(page.url).toBe(`${app.url}/`);
  expect(await page.text()).toBe("first");
  expect((await get(`${app.url}/assets/main-1.js`)).text).toBe("one");
  expect((await get(`http://localhost:${app.port}/`)).status).toBe(404);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateSync } from "node:zlib";
import type { Request } from "@playwright/test";
import { type Listener, startListener } from "./support/listener.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

/** A red PNG, of 600 × 300. */
function redPng(): Buffer {
  const crcOf = (bytes: Buffer): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    const crc = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(600, 0);
  head.writeUInt32BE(300, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: 600 }, () => [255, 0, 0]).flat()),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 300 }, () => row)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

let listener: Listener;
test.beforeEach(async () => {
  listener = await startListener({ body: redPng(), type: "image/png" });
});
test.afterEach(() => listener.close());

test("An image of another host is named and not loaded, until I ask for it", async ({
  chat,
  ollama,
  page,
  site,
}) => {
  const foreign: Request[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith(ollama.url)) foreign.push(request);
  });
  const host = `127.0.0.1:${listener.port}`;
  ollama.script(says(`See ![A red field](${listener.url}/red.png?d=secret) here.`));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const body = chat.body(chat.reply);
  await expect(body).toHaveText(`See A red field ${listener.url}/red.png?d=secret here.`);
  await expect(body.locator("[data-host]")).toHaveAttribute("data-host", host);
  await expect(body.locator("iframe, img")).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(listener.requests).toEqual([]);

  await body.getByRole("button", { name: `Load image from ${host}` }).click();
  const image = body.getByRole("img", { name: "A red field" });
  await expect.poll(async () => (await image.boundingBox())?.width).toBe(600);
  expect((await image.boundingBox())?.height).toBe(300);
  expect(listener.requests).toEqual(["GET /red.png?d=secret"]);
  expect(foreign.map((request) => request.url())).toEqual([`${listener.url}/red.png?d=secret`]);
  expect(await foreign[0]?.headerValue("referer")).toBeNull();
  expect(await foreign[0]?.headerValue("cookie")).toBeNull();
  const link = body.getByRole("link", { name: `Open image at ${host}` });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("target", "_blank");

  await page.reload();
  await expect(body).toContainText("A red field");
  await page.waitForTimeout(500);
  expect(listener.requests).toHaveLength(1);
});

test("A host that I allow is not asked for again, until I forget it", async ({ chat, ollama, page }) => {
  const host = `127.0.0.1:${listener.port}`;
  ollama.script(says(`![One](${listener.url}/one.png)\n\n![Two](${listener.url}/two.png)`));
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  await body
    .getByRole("button", { name: `Always load images from ${host}` })
    .first()
    .click();
  await expect(body.getByRole("img", { name: "Two" })).toBeVisible();
  await expect.poll(() => listener.requests.toSorted()).toEqual(["GET /one.png", "GET /two.png"]);
  await page.reload();
  await expect.poll(() => listener.requests.length).toBe(4);
  await expect(body.getByRole("button", { name: /^(Load|Always load)/ })).toHaveCount(0);

  const address = page.url();
  await chat.open("#/settings");
  const hosts = page.getByRole("list", { name: "Images from other hosts" });
  await expect(hosts.getByRole("listitem")).toHaveText(host);
  await page.getByRole("button", { name: `Ask again for images from ${host}` }).click();
  await expect(hosts.getByRole("listitem")).toHaveCount(0);
  await page.goto(address);
  await expect(body.getByRole("button", { name: `Load image from ${host}` })).toHaveCount(2);
  expect(listener.requests).toHaveLength(4);
});

test("From a host that I allow, nothing leads to another one until I ask for that image", async ({
  chat,
  ollama,
}) => {
  const door = createServer(({ url }, response) =>
    response.writeHead(302, { Location: `${listener.url}${url}` }).end(),
  );
  await new Promise<void>((done) => door.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  ollama.script(says(`![One](http://${host}/one.png)\n\n![Two](http://${host}/two.png?d=secret)`));
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  const always = body.getByRole("button", { name: `Always load images from ${host}` });
  await always.first().click();
  await expect(body.locator("[data-error]")).toHaveAttribute("data-error", /leads to another host/);
  await expect.poll(async () => (await body.getByRole("img").boundingBox())?.width).toBe(600);
  expect(listener.requests).toEqual(["GET /one.png"]);

  await body.getByRole("button", { name: `Load image from ${host} again` }).press("Enter");
  const second = body.getByRole("img", { name: "Two" });
  await expect.poll(async () => (await second.boundingBox())?.width).toBe(600);
  expect(listener.requests).toEqual(["GET /one.png", "GET /two.png?d=secret"]);
  await expect(body.getByRole("link", { name: `Open image at ${host}` }).last()).toBeFocused();
  door.close();
});

test("An image that does not come says so, and can be tried again", async ({ chat, ollama }) => {
  await listener.close();
  const host = `127.0.0.1:${listener.port}`;
  ollama.script(says(`![Gone](${listener.url}/gone.png)`));
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  await body.getByRole("button", { name: `Load image from ${host}` }).click();
  await expect(body.locator("[data-error]")).toHaveAttribute("data-error", `No image came from ${host}.`);
  await expect(body.getByRole("button", { name: `Load image from ${host} again` })).toBeVisible();
  listener = await startListener();
});

test("An image in the text itself is shown at once; a vector image and other data are not", async ({
  chat,
  ollama,
}) => {
  const png = `data:image/png;base64,${redPng().toString("base64")}`;
  const svg = `data:image/svg+xml;base64,${Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64")}`;
  ollama.script(says(`![Red](${png})\n\n![Vector](${svg})\n\n![Page](data:text/html,x)`));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const images = chat.body(chat.reply).getByRole("img");
  await expect(images).toHaveCount(1);
  await expect(images).toHaveAccessibleName("Red");
  expect(await images.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(600);
});

import { writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { digestOf, llama, openFiles, rowOf } from "./pages/upload.ts";
import { ggufFile } from "./support/gguf-file.ts";
import { startLine } from "./support/line.ts";
import { expect, test } from "./support/test.ts";

const megabyte = 1_000_000;
const file = ggufFile(llama, 24 * megabyte);

async function openHeld(
  page: Page,
  site: { url: string; setConfig(config: unknown): void },
  port: number,
  info: TestInfo,
) {
  const line = await startLine(port);
  site.setConfig({ servers: [{ name: "Test", url: line.url, kind: "ollama" }] });
  await page.goto(`${site.url}/#/create`);
  await page.reload();
  const input = await openFiles(page, site.url);
  line.holdAfter(5 * megabyte);
  const path = info.outputPath("big.gguf");
  writeFileSync(path, file);
  await input.setInputFiles(path);
  const bar = page.getByRole("progressbar", { name: "Uploading big.gguf" });
  await expect(bar).toBeVisible();
  return { line, bar, row: rowOf(page, "big.gguf") };
}

test("a connection that breaks under an upload says so, and Retry sends from the beginning", async ({
  chat,
  page,
  site,
  ollama,
}, info) => {
  await expect(chat.composer).toBeVisible();
  const { line, bar, row } = await openHeld(page, site, ollama.port, info);
  await expect(row).toContainText(/Sent .* of 24 MB/);
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  line.cut();
  await expect(row.getByRole("alert")).toContainText("The connection broke while the file was sent");
  line.goOn();
  await row.getByRole("button", { name: "Retry" }).click();
  await expect(row).toContainText("Sent; the server has it");
  expect(ollama.requestsTo(`/api/blobs/${digestOf(file)}`).at(-1)).toMatchObject({
    method: "POST",
    status: 201,
  });
  await line.close();
});

test("a pause ends the request, says that sending begins anew, and other pages leave the upload alone", async ({
  chat,
  page,
  site,
  ollama,
}, info) => {
  await expect(chat.composer).toBeVisible();
  const { line, bar, row } = await openHeld(page, site, ollama.port, info);
  await page.goto(`${site.url}/#/models`);
  await page.goto(`${site.url}/#/create`);
  await expect(bar).toBeVisible();
  await row.getByRole("button", { name: "Pause big.gguf" }).click();
  await expect(row).toContainText("sending begins anew with Go on");
  line.goOn();
  await row.getByRole("button", { name: "Go on with big.gguf" }).click();
  await expect(row).toContainText("Sent; the server has it");
  await line.close();
});

test("leaving the page asks first, and no longer once the upload is over", async ({
  chat,
  page,
  site,
  ollama,
}, info) => {
  await expect(chat.composer).toBeVisible();
  const { line, row } = await openHeld(page, site, ollama.port, info);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.evaluate(() => setTimeout(() => location.reload()));
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  line.goOn();
  await expect(row).toContainText("Sent; the server has it");
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await line.close();
});

import { readFile } from "node:fs/promises";
import { embeddingParts as parts } from "./pages/embeddings-page.ts";
import { expect, test } from "./support/test.ts";

const address = "#/playground/embeddings";

test("lines of a file are added to what I typed; one that is not UTF-8 is refused", async ({
  chat,
  page,
}) => {
  await chat.open(address);
  const { form, texts } = parts(page);
  await texts.fill("typed");
  const file = form.getByLabel("File of texts");
  await file.setInputFiles({
    name: "a.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("\uFEFFone\r\ntwo\r\n"),
  });
  await expect(texts).toHaveValue("typed\none\ntwo\n");
  await file.setInputFiles({ name: "latin.txt", mimeType: "text/plain", buffer: Buffer.from([0x63, 0xe9]) });
  await expect(form.getByRole("alert")).toContainText("latin.txt is not UTF-8 text");
  await expect(texts).toHaveValue("typed\none\ntwo\n");
  await file.setInputFiles({ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from(" \n") });
  await expect(form.getByRole("alert")).toContainText("empty.txt holds no text");
  await file.setInputFiles({ name: "big.txt", mimeType: "text/plain", buffer: Buffer.alloc(2_000_001, "a") });
  await expect(form.getByRole("alert")).toContainText("big.txt is larger than 2 MB");
  await expect(texts).toHaveValue("typed\none\ntwo\n");
});

test("the vectors are saved as JSON, CSV and NumPy", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, dimensions, embed, result } = parts(page);
  await texts.fill('say "hi", twice\nplain');
  await dimensions.fill("2");
  await embed.click();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      result.getByRole("button", { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^embeddings-nomic-embed-text-latest\./);
    return readFile(await download.path());
  };
  const json = JSON.parse((await save("JSON")).toString()) as {
    items: { text: string; embedding: [number, number] }[];
  };
  expect(json).toMatchObject({ model: "nomic-embed-text:latest", dimensions: 2 });
  const [first, second] = json.items;
  expect([first?.text, second?.text]).toEqual(['say "hi", twice', "plain"]);
  const numbers = json.items.flatMap(({ embedding }) => embedding);
  expect((await save("CSV")).toString()).toBe(
    `text,d0,d1\r\n"say ""hi"", twice",${numbers.slice(0, 2).join(",")}\r\nplain,${numbers.slice(2).join(",")}\r\n`,
  );
  const npy = await save("NumPy (.npy)");
  expect(npy.subarray(0, 8).toString("latin1")).toBe("\x93NUMPY\x01\x00");
  const begin = 10 + npy.readUInt16LE(8);
  expect(npy.subarray(10, begin).toString()).toContain("'shape': (2, 2)");
  expect(numbers.map((_, index) => npy.readFloatLE(begin + 4 * index))).toEqual(
    numbers.map((value) => Math.fround(value)),
  );
});

test("the request is there as code, as it would be sent", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { form, texts, dimensions } = parts(page);
  const open = form.getByRole("button", { name: "Copy as code" });
  await open.click();
  await expect(texts).toHaveAttribute("aria-invalid", "true");
  await texts.fill("one\ntwo");
  await dimensions.fill("8");
  await open.click();
  const code = page.getByRole("region", { name: "Program" });
  await expect(code).toContainText(`${ollama.url}/api/embed`);
  await expect(code).toContainText('"dimensions": 8');
  for (const [language, words] of [
    ["Python, ollama", "embed("],
    ["Python, openai", "embeddings.create("],
    ["JavaScript", "/api/embed"],
  ] as const) {
    await page.getByText(language, { exact: true }).click();
    await expect(code).toContainText(words);
  }
  expect(ollama.requestsTo("/api/embed")).toHaveLength(0);
});

test("ten megabytes of texts stay usable, and are kept", async ({ chat, page }) => {
  test.slow();
  await chat.open(address);
  const { texts, form } = parts(page);
  await texts.evaluate((box: HTMLTextAreaElement) => {
    const data = new DataTransfer();
    data.setData("text/plain", "0123456789abcde\n".repeat(655_360));
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const part = form.getByRole("region", { name: "Texts", exact: true });
  await expect(part).toContainText("10 MB of text");
  await expect(part).toContainText("655,360 texts");
  await parts(page).dimensions.fill("8");
  await expect(part).toContainText("10 MB of text");
  await part.getByRole("button", { name: "Remove this text" }).click();
  await expect(texts).toHaveValue("");
});

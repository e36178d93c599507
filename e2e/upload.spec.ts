import { writeFileSync } from "node:fs";
import { digestOf, drop, llama, named, openFiles, rowOf } from "./pages/upload.ts";
import { ggufFile } from "./support/gguf-file.ts";
import { expect, test } from "./support/test.ts";

test("a chosen file is checked, hashed and sent, and a model is made from it", async ({
  chat,
  page,
  ollama,
}) => {
  const file = ggufFile(llama, 300_000);
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(named("tiny.gguf", file));
  const row = rowOf(page, "tiny.gguf");
  await expect(row.getByText("Sent; the server has it")).toBeVisible();
  await expect(
    row.getByText(/Tiny Llama · llama · 1\.1B · Q4_K_M · 2,048 tokens of context · GGUF 3/),
  ).toBeVisible();
  const path = `/api/blobs/${digestOf(file)}`;
  expect(ollama.requestsTo(path).map(({ method, status }) => [method, status])).toEqual([
    ["HEAD", 404],
    ["POST", 201],
  ]);
  await page.getByRole("textbox", { name: "Name of the new model" }).fill("from-file");
  const quantise = page.getByRole("combobox", { name: "Quantise" });
  await quantise.selectOption("q8_0");
  await expect(quantise).toHaveAccessibleDescription(/tiny\.gguf is Q4_K_M already/);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(quantise).toBeFocused();
  expect(ollama.requestsTo("/api/create")).toEqual([]);
  await quantise.selectOption("");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect.poll(() => ollama.modelNames()).toContain("from-file:latest");
  expect(ollama.requestsTo("/api/create")[0]?.body).toMatchObject({
    model: "from-file:latest",
    files: { "tiny.gguf": digestOf(file) },
  });
});

test("files dropped anywhere on the page are taken, whatever the model was to be made from", async ({
  chat,
  page,
  ollama,
}) => {
  const [first, second] = [ggufFile(llama), ggufFile({ "general.architecture": "clip" })];
  await page.goto(`${chat.url}/#/create`);
  await expect(page.getByRole("radio", { name: "Another model" })).toBeChecked();
  await drop(page, [
    { name: "tiny.gguf", text: first.toString("base64") },
    { name: "mmproj.gguf", text: second.toString("base64") },
  ]);
  await expect(page.getByRole("radio", { name: "GGUF files" })).toBeChecked();
  await expect(page.getByRole("status").getByText("2 of 2 files are on the server")).toBeVisible();
  await expect(rowOf(page, "mmproj.gguf")).toContainText("projector");
  for (const bytes of [first, second])
    expect(ollama.requestsTo(`/api/blobs/${digestOf(bytes)}`).at(-1)?.status).toBe(201);
});

test("a text called .gguf is refused before anything is sent, and can be taken away", async ({
  chat,
  page,
  ollama,
}) => {
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(named("notes.gguf", Buffer.from("this is not a model")));
  const row = rowOf(page, "notes.gguf");
  await expect(row.getByRole("alert")).toContainText("It is a text, whatever its name says");
  await row.getByRole("button", { name: "Remove notes.gguf" }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Choose GGUF files" })).toBeFocused();
  expect(ollama.requests.filter(({ path }) => path.startsWith("/api/blobs"))).toEqual([]);
});

test("what the server has is not sent, and a known file is not hashed again after a reload", async ({
  chat,
  page,
  ollama,
}, info) => {
  const file = ggufFile(llama);
  const route = `/api/blobs/${digestOf(file)}`;
  await fetch(`${ollama.url}${route}`, { method: "POST", body: new Uint8Array(file) });
  const path = info.outputPath("tiny.gguf");
  writeFileSync(path, file);
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(path);
  await expect(rowOf(page, "tiny.gguf")).toContainText("On the server already; nothing had to be sent");
  await page.reload();
  await expect(page.getByRole("button", { name: "Choose GGUF files" })).toBeVisible();
  await expect(rowOf(page, "tiny.gguf")).toHaveCount(0);
  // Nothing can be hashed from here on.
  await page.evaluate(() => Object.defineProperty(window, "Worker", { value: undefined }));
  await input.setInputFiles(path);
  await expect(rowOf(page, "tiny.gguf")).toContainText("On the server already; nothing had to be sent");
  expect(ollama.requestsTo(route).map(({ method }) => method)).toEqual(["POST", "HEAD", "HEAD"]);
});

test("a file that changed behind a remembered hash is hashed anew", async ({ chat, page, ollama }) => {
  const file = ggufFile(llama, 1000);
  const input = await openFiles(page, chat.url);
  const wrong = `sha256:${"1".repeat(64)}`;
  // The hash of another file of the same name, size and time.
  await page.evaluate(
    ([size, digest]) => {
      const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, "setItem")
        ?.value as Storage["setItem"];
      document.querySelector("input[type=file]")?.addEventListener(
        "change",
        ({ target }) => {
          const [chosen] = (target as HTMLInputElement).files ?? [];
          const entry = { name: "tiny.gguf", size, modifiedAt: chosen?.lastModified, digest };
          setItem.call(localStorage, "candor.fileHashes", JSON.stringify([entry]));
        },
        { capture: true },
      );
    },
    [file.length, wrong] as const,
  );
  await input.setInputFiles(named("tiny.gguf", file));
  await expect(rowOf(page, "tiny.gguf")).toContainText(/the server has it|On the server already/);
  expect(ollama.requestsTo(`/api/blobs/${wrong}`).at(-1)?.status).toBe(400);
  expect(ollama.requestsTo(`/api/blobs/${digestOf(file)}`).at(-1)?.status).toBe(200);
});

test("a refusal of the server is shown in its words, and Retry hashes anew", async ({
  chat,
  page,
  ollama,
}) => {
  const file = ggufFile(llama);
  const message = `digest mismatch, expected "${digestOf(file)}", got "sha256:${"0".repeat(64)}"`;
  await page.route("**/api/blobs/**", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    return route.fulfill({
      status: 400,
      contentType: "application/json; charset=utf-8",
      headers: { "Access-Control-Allow-Origin": "*" },
      body: JSON.stringify({ error: message }),
    });
  });
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(named("tiny.gguf", file));
  const row = rowOf(page, "tiny.gguf");
  await expect(row.getByRole("alert")).toContainText("The server got other bytes than were hashed");
  await expect(row.getByRole("alert")).toContainText(message);
  await page.unroute("**/api/blobs/**");
  await row.getByRole("button", { name: "Retry" }).click();
  await expect(row).toContainText("Sent; the server has it");
  expect(ollama.requestsTo(`/api/blobs/${digestOf(file)}`).at(-1)?.status).toBe(201);
});

test("a server that is away leaves the file chosen", async ({ chat, page, ollama }) => {
  const input = await openFiles(page, chat.url);
  await ollama.close();
  await input.setInputFiles(named("tiny.gguf", ggufFile(llama)));
  const row = rowOf(page, "tiny.gguf");
  await expect(row.getByRole("alert")).toContainText("The server does not answer. The file stays chosen");
  await ollama.restart();
  await row.getByRole("button", { name: "Retry" }).click();
  await expect(row).toContainText("Sent; the server has it");
});

test("a missing part of a split model is named, and holds the creation back", async ({
  chat,
  page,
  ollama,
}) => {
  const part = (number: number) =>
    ggufFile({ ...llama, "split.no": number - 1, "split.count": 3 }, 64 + number);
  const input = await openFiles(page, chat.url);
  await input.setInputFiles([named("m-00001.gguf", part(1)), named("m-00003.gguf", part(3))]);
  await expect(page.getByText("Parts of the split model are missing: 2. Add them.")).toBeVisible();
  await expect(rowOf(page, "m-00003.gguf")).toContainText("part 3 of 3");
  await page.getByRole("textbox", { name: "Name of the new model" }).fill("split");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(
    page.getByText("Choose GGUF files and wait until all of them are on the server."),
  ).toBeVisible();
  expect(ollama.requestsTo("/api/create")).toEqual([]);
  await input.setInputFiles(named("m-00002.gguf", part(2)));
  await expect(page.getByText("Parts of the split model are missing")).toHaveCount(0);
  // Its head is read before it is there.
  await expect(page.getByText("3 of 3 files are on the server")).toBeVisible();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect.poll(() => ollama.modelNames()).toContain("split:latest");
});

test("what the server has dropped since is sent again when I choose it again", async ({
  chat,
  page,
  ollama,
}, info) => {
  const file = ggufFile(llama);
  const path = info.outputPath("tiny.gguf");
  writeFileSync(path, file);
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(path);
  const row = rowOf(page, "tiny.gguf");
  await expect(row).toContainText("Sent; the server has it");
  ollama.pruneBlobs();
  await page.getByRole("textbox", { name: "Name of the new model" }).fill("late");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("The server no longer has a file that was uploaded");
  await input.setInputFiles(path);
  const route = `/api/blobs/${digestOf(file)}`;
  await expect
    .poll(() => ollama.requestsTo(route).map(({ method, status }) => [method, status]))
    .toEqual([
      ["HEAD", 404],
      ["POST", 201],
      ["HEAD", 404],
      ["POST", 201],
    ]);
  await expect(row).toContainText("Sent; the server has it");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect.poll(() => ollama.modelNames()).toContain("late:latest");
});

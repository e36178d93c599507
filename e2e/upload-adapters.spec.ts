import { digestOf, drop, named, openFiles, rowOf } from "./pages/upload.ts";
import { ggufFile } from "./support/gguf-file.ts";
import { expect, test } from "./support/test.ts";

test("an adapter goes onto a base, as a form and as a Modelfile", async ({ chat, page, ollama }) => {
  const file = ggufFile({ "general.architecture": "llama", "general.type": "adapter" });
  const input = await openFiles(page, chat.url);
  await expect(page.getByRole("combobox", { name: "Base model" })).toHaveCount(0);
  await input.setInputFiles(named("lora.gguf", file));
  await expect(rowOf(page, "lora.gguf")).toContainText("adapter");
  await expect(page.getByText("The file is on the server")).toBeVisible();
  const base = page.getByRole("combobox", { name: "Base model" });
  await page.getByRole("textbox", { name: "Name of the new model" }).fill("tuned");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(base).toBeFocused();
  await expect(base).toHaveAttribute("aria-invalid", "true");
  expect(ollama.requestsTo("/api/create")).toEqual([]);
  await base.fill("llama3.2");
  await page.getByRole("radio", { name: "Modelfile" }).check();
  const text = page.getByRole("textbox", { name: "Modelfile" });
  await expect(text).toHaveValue("FROM llama3.2\nADAPTER ./lora.gguf\n");
  await text.fill("FROM llama3.2\nADAPTER ./lora.gguf\nSYSTEM Be brief.\n");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect.poll(() => ollama.modelNames()).toContain("tuned:latest");
  expect(ollama.requestsTo("/api/create").map(({ body }) => body)).toEqual([
    {
      model: "tuned:latest",
      from: "llama3.2:latest",
      adapters: { "lora.gguf": digestOf(file) },
      system: "Be brief.",
    },
  ]);
  await page.getByRole("button", { name: "Remove lora.gguf" }).click();
  await expect(page.getByText(/^ADAPTER means a file.*Choose the adapter/)).toBeVisible();
});

test("an adapter dropped onto a Modelfile is named in it", async ({ chat, page }) => {
  const file = ggufFile({ "general.architecture": "llama", "general.type": "adapter" });
  await page.goto(`${chat.url}/#/create/llama3.2%3Alatest`);
  await page.getByRole("radio", { name: "Modelfile" }).check();
  const text = page.getByRole("textbox", { name: "Modelfile" });
  await text.fill("FROM llama3.2\nSYSTEM Be brief.\n");
  await drop(page, [{ name: "lora.gguf", text: file.toString("base64") }]);
  await expect(text).toHaveValue("FROM llama3.2\nADAPTER ./lora.gguf\nSYSTEM Be brief.\n");
  await page.reload();
  await expect(text).toHaveValue("FROM llama3.2\nADAPTER ./lora.gguf\nSYSTEM Be brief.\n");
});

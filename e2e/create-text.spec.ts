import { AxeBuilder } from "@axe-core/playwright";
import { asText, box, button, create, made, nameBox, textBox } from "./pages/create-page.ts";
import { expect, test } from "./support/test.ts";

test("A Modelfile is taken with its errors at their lines, and is the form's equal", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open("#/create");
  await nameBox(page).fill("mine");
  await asText(page, 'FROM llama3.2\nSYSTM x\nPARAMETER temprature 1\nPARAMETER top_p 3\nSYSTEM """a\nb');
  const faults = page.getByRole("region", { name: "4 things to mend" });
  await expect(faults.getByRole("listitem")).toHaveText([
    /^Line 2“SYSTM” is no instruction/,
    /^Line 3Ollama knows no parameter “temprature”/,
    /^Line 4top_p 3: It has to be from 0 to 1/,
    /^Line 5The text of SYSTEM begins with """/,
  ]);
  await create(page);
  await expect(textBox(page)).toBeFocused();
  await expect(textBox(page)).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("radio", { name: "Form" }).click();
  await expect(textBox(page)).toHaveValue(/SYSTM x/);
  await expect(page.getByText(/The form can show it once/)).toBeVisible();
  await faults.getByRole("button", { name: "Line 3" }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("temprature 1");
  await page.keyboard.type("seed 7");
  await expect(page.getByRole("region", { name: "3 things to mend" })).toBeVisible();
  expect(ollama.requestsTo("/api/create")).toHaveLength(0);

  await textBox(page).fill('# mine\nfrom llama3.2\nPARAMETER seed 7\nSystem """a\n"b"\n"""\n');
  await page.getByRole("radio", { name: "Form" }).check();
  await expect(box(page, "System prompt")).toHaveValue('a\n"b"\n');
  await page.getByRole("radio", { name: "Modelfile" }).check();
  await expect(textBox(page)).toHaveValue(/^# mine\nfrom llama3\.2/);
  await create(page);
  await expect(made(page, "mine:latest")).toBeVisible();
  expect(ollama.requestsTo("/api/create")[0]?.body).toEqual({
    model: "mine:latest",
    from: "llama3.2:latest",
    system: 'a\n"b"\n',
    parameters: { seed: 7 },
  });
});

test("The base's own Modelfile is a beginning, with its path read as its name", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("mine");
  await page.getByRole("radio", { name: "Modelfile" }).check();
  await button(page, "Begin with the Modelfile of llama3.2:latest").click();
  await expect(textBox(page)).toHaveValue(/FROM \/.*blobs\/sha256-/);
  await expect(
    page.getByText(/Line 5: a path on the server is taken as the model.*llama3\.2:latest/),
  ).toBeVisible();
  await create(page);
  await expect(made(page, "mine:latest")).toBeVisible();
  expect(ollama.requestsTo("/api/create")[0]?.body).toMatchObject({
    from: "llama3.2:latest",
    parameters: {
      stop: ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"],
      temperature: 0.6,
      top_p: 0.95,
    },
  });
});

test.describe("of a base with a licence", () => {
  test.use({
    server: { models: [{ name: "free:1b", capabilities: ["completion"], license: "MIT\nas it is" }] },
  });

  test("its licence is not added to it once more, mine is", async ({ chat, page, ollama }) => {
    await chat.open("#/create/free%3A1b");
    await nameBox(page).fill("mine");
    await page.getByRole("radio", { name: "Modelfile" }).check();
    await button(page, "Begin with the Modelfile of free:1b").click();
    await expect(textBox(page)).toHaveValue(/LICENSE "MIT\nas it is"/);
    await textBox(page).press("ControlOrMeta+End");
    await page.keyboard.type("LICENSE Mine\n");
    await create(page);
    await expect(made(page, "mine:latest")).toBeVisible();
    expect(ollama.requestsTo("/api/create")[0]?.body).toEqual({
      model: "mine:latest",
      from: "free:1b",
      license: ["Mine"],
    });
  });
});

test("What I typed is there after a reload, as a form and as a text with faults", async ({ chat, page }) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("mine");
  await box(page, "System prompt").fill("Be brief.");
  await box(page, "temperature").fill("NaN");
  await page.reload();
  await expect(nameBox(page)).toHaveValue("mine");
  await expect(box(page, "System prompt")).toHaveValue("Be brief.");
  await expect(box(page, "temperature")).toHaveValue("NaN");
  await asText(page, "FROM llama3.2\nnot yet right");
  await page.reload();
  await expect(textBox(page)).toHaveValue("FROM llama3.2\nnot yet right");
  await button(page, "Clear all fields").click();
  await expect(nameBox(page)).toHaveValue("");
  await button(page, "Bring back what was cleared").click();
  await expect(textBox(page)).toHaveValue("FROM llama3.2\nnot yet right");
  await chat.open("#/create");
  await expect(nameBox(page)).toHaveValue("");
});

test("Ten megabytes of system prompt stay usable, are kept and are sent whole", async ({
  chat,
  page,
  ollama,
}) => {
  test.slow();
  const long = "A line of the prompt.\n".repeat(480_000);
  const paste = (name: string) =>
    box(page, name).evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, long);
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("long");
  for (const [add, name] of [
    ["Add a message", "Message 1"],
    ["Add a licence", "Licence 1"],
  ] as const) {
    await button(page, add).click();
    await paste(name);
    const large = page.getByRole("region", { name });
    await expect(large).toContainText("10 MB of text");
    await large.getByRole("button", { name: "Remove this text" }).click();
    await expect(box(page, name)).toHaveValue("");
  }
  await paste("System prompt");
  const part = page.getByRole("region", { name: "System prompt" });
  await expect(part).toContainText("10 MB of text");
  await box(page, "temperature").fill("0.5");
  await page.getByRole("radio", { name: "Modelfile" }).check();
  await expect(page.getByRole("region", { name: "Modelfile" })).toContainText("10 MB of text");
  await page.getByRole("radio", { name: "Form" }).check();
  await expect(part).toContainText("10 MB of text");
  // Long drafts are written when the keys rest.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(part).toContainText("10 MB of text");
  await create(page);
  await expect(made(page, "long:latest")).toBeVisible();
  const body = ollama.requestsTo("/api/create")[0]?.body as { system: string; parameters: object };
  expect(body.system === long).toBe(true);
  expect(body.parameters).toEqual({ temperature: 0.5 });
});

test("The page has no fault that axe knows, and no sideways scroll, on a phone", async ({ chat, page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await chat.open("#/create/llama3.2%3Alatest");
  await expect(page.getByRole("complementary", { name: "The base now" })).toContainText("temperature 0.6");
  await nameBox(page).fill("no good");
  await box(page, "temperature").fill("NaN");
  await button(page, "Add a message").click();
  await button(page, "Add a licence").click();
  for (const group of ["Length and context", "Repetition", "Loading", "Renderer, parser, oldest version"])
    await page.getByText(group, { exact: true }).click();
  await button(page, "Add a stop sequence").click();
  await create(page);
  const check = async () => {
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  };
  await check();
  await asText(page, "FROM llama3.2\nnot yet right\nPARAMETER mirostat 1");
  await create(page);
  await expect(page.getByRole("button", { name: "Line 2" })).toBeVisible();
  await check();
});

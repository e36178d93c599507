import { baseBox, box, button, create, made, nameBox } from "./pages/create-page.ts";
import { defaultModels } from "./support/fake-models.ts";
import type { FakeModel } from "./support/ollama/model.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

const whole: FakeModel = { name: "whole:1b", capabilities: ["completion"], quantization: "F16" };

test("I make a model from another with every field, and chat with it", async ({ chat, page, ollama }) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await expect(page.getByRole("complementary", { name: "The base now" })).toContainText("temperature 0.6");
  await nameBox(page).fill("mine/brief:v1");
  await box(page, "System prompt").fill("Be brief.\nAlways.");
  await box(page, "temperature").fill("0.2");
  for (const group of ["Length and context", "Repetition", "Loading"])
    await page.getByText(group, { exact: true }).click();
  await box(page, "num_ctx").fill("8192");
  await box(page, "repeat_last_n").fill("-1");
  await page.getByRole("combobox", { name: "use_mmap" }).selectOption("false");
  await button(page, "Add a stop sequence").click();
  await box(page, "Stop sequence 1").fill("END");
  await button(page, "Add a stop sequence").click();
  await box(page, "Stop sequence 2").fill("\n\n");
  await button(page, "Add a message").click();
  await box(page, "Message 1").fill("Bye");
  await button(page, "Add a message").click();
  await box(page, "Message 2").fill("Hello");
  await page.getByRole("combobox", { name: "Role of message 2" }).selectOption("system");
  await button(page, "Move message 2 up").click();
  await box(page, "Template").fill("{{ .Prompt }}");
  await button(page, "Add a licence").click();
  await box(page, "Licence 1").fill("MIT");
  await page.getByText("Renderer, parser, oldest version").click();
  await box(page, "Renderer").fill("qwen3-coder");
  await box(page, "Parser").fill("qwen3-coder");
  await box(page, "Oldest Ollama").fill("0.14.0");
  await create(page);
  await expect(made(page, "mine/brief:v1")).toBeVisible();
  expect(ollama.requestsTo("/api/create").map(({ body }) => body)).toEqual([
    {
      model: "mine/brief:v1",
      from: "llama3.2:latest",
      system: "Be brief.\nAlways.",
      template: "{{ .Prompt }}",
      parameters: {
        temperature: 0.2,
        num_ctx: 8192,
        repeat_last_n: -1,
        use_mmap: false,
        stop: ["END", "\n\n"],
      },
      messages: [
        { role: "system", content: "Hello" },
        { role: "user", content: "Bye" },
      ],
      license: ["MIT"],
      renderer: "qwen3-coder",
      parser: "qwen3-coder",
      requires: "0.14.0",
    },
  ]);
  await expect(page.getByRole("link", { name: "Details" })).toHaveAttribute(
    "href",
    "#/models/mine%2Fbrief%3Av1",
  );
  await button(page, "Start a chat").click();
  await expect(chat.modelButton).toContainText("mine/brief:v1");
});

test("What I leave empty is not sent, and the base's own stays", async ({ chat, page, ollama }) => {
  await chat.open("#/create");
  await nameBox(page).fill("copy");
  await baseBox(page).fill("llama3.2");
  await create(page);
  await expect(made(page, "copy:latest")).toBeVisible();
  expect(ollama.requestsTo("/api/create")[0]?.body).toEqual({
    model: "copy:latest",
    from: "llama3.2:latest",
  });
});

test("Illegal names and values are told at their fields, and nothing is sent", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open("#/create");
  await create(page);
  await expect(nameBox(page)).toBeFocused();
  await expect(nameBox(page)).toHaveAttribute("aria-invalid", "true");
  await expect(nameBox(page)).toHaveAccessibleDescription("Type the name of a model.");
  await expect(baseBox(page)).toHaveAttribute("aria-invalid", "true");
  await nameBox(page).fill("no good");
  await expect(nameBox(page)).toHaveAccessibleDescription(/no spaces/);
  await nameBox(page).fill("good");
  await baseBox(page).fill("llama3.2");
  for (const [value, why] of [
    ["NaN", /number with a point/],
    ["0,7", /number with a point/],
    ["-1", /at least 0/],
  ] as const) {
    await box(page, "temperature").fill(value);
    await expect(box(page, "temperature")).toHaveAccessibleDescription(why);
    await create(page);
    await expect(box(page, "temperature")).toBeFocused();
    await expect(box(page, "temperature")).toHaveValue(value);
  }
  await box(page, "temperature").fill("");
  await page.getByText("Length and context").click();
  await box(page, "num_ctx").fill("1.5");
  await page.getByText("Length and context").click();
  await create(page);
  await expect(box(page, "num_ctx")).toBeFocused();
  await expect(box(page, "num_ctx")).toHaveAccessibleDescription(/whole number/);
  expect(ollama.requestsTo("/api/create")).toHaveLength(0);
});

test("A name that is there is not overwritten before I said so", async ({ chat, page, ollama }) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("QWEN3:8b");
  await create(page);
  const dialog = page.getByRole("dialog", { name: "Overwrite QWEN3:8b?" });
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, "Create")).toBeFocused();
  expect(ollama.requestsTo("/api/create")).toHaveLength(0);
  await create(page);
  await dialog.getByRole("button", { name: "Overwrite" }).click();
  await expect(made(page, "QWEN3:8b")).toBeVisible();
  expect(ollama.requestsTo("/api/create")).toHaveLength(1);
});

test("Where the server does not say what it has, I am asked before anything is sent", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await expect(page.getByRole("complementary", { name: "The base now" })).toContainText("temperature 0.6");
  await page.route("**/api/tags", (route) =>
    route.fulfill({ status: 500, headers: { "Access-Control-Allow-Origin": "*" }, body: "" }),
  );
  await nameBox(page).fill("mine");
  await create(page);
  const dialog = page.getByRole("dialog", {
    name: "Create mine:latest without knowing whether the name is free?",
  });
  await expect(dialog).toContainText("does not give its list of models");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  expect(ollama.requestsTo("/api/create")).toHaveLength(0);
  await create(page);
  await dialog.getByRole("button", { name: "Create all the same" }).click();
  await expect(made(page, "mine:latest")).toBeVisible();
});

test("A name that Ollama sends elsewhere is said to be one", async ({ chat, page }) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("mine:8b-cloud");
  await expect(nameBox(page)).toHaveAccessibleDescription(/sends everything .* to ollama\.com/);
  await nameBox(page).fill("mine:8b");
  await expect(nameBox(page)).toHaveAccessibleDescription("Will be mine:8b");
});

test.describe("quantising", () => {
  test.use({ server: { models: [...defaultModels, whole], anyPull: pullScenarios.quick } });

  test("a base with whole weights is quantised, another is refused at the field", async ({
    chat,
    page,
    ollama,
  }) => {
    await chat.open("#/create/llama3.2%3Alatest");
    const kind = page.getByRole("combobox", { name: "Quantise" });
    await nameBox(page).fill("small");
    await kind.selectOption("q4_K_M");
    await expect(kind).toHaveAccessibleDescription(/llama3\.2:latest is Q4_K_M already/);
    await create(page);
    await expect(kind).toBeFocused();
    expect(ollama.requestsTo("/api/create")).toHaveLength(0);
    await baseBox(page).fill("whole:1b");
    await expect(kind).not.toHaveAttribute("aria-invalid", "true");
    await create(page);
    await expect(made(page, "small:latest")).toBeVisible();
    expect(ollama.requestsTo("/api/create")[0]?.body).toEqual({
      model: "small:latest",
      from: "whole:1b",
      quantize: "q4_K_M",
    });
  });

  test("the server refuses where nobody could know", async ({ chat, page }) => {
    await chat.open("#/create/tiny%3A1b");
    await nameBox(page).fill("small");
    await page.getByRole("combobox", { name: "Quantise" }).selectOption("q8_0");
    await create(page);
    await expect(page.getByRole("alert")).toContainText(/does not quantise these weights/);
    await expect(page.getByRole("alert")).toContainText("only supported for F16, BF16 and F32");
  });
});

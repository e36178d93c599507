import { names, row, rows } from "./pages/model-library.ts";
import { defaultModels } from "./support/fake-models.ts";
import { expect, test } from "./support/test.ts";

test("I come to the library from the sidebar, and each model has a row with what is known of it", async ({
  chat,
  page,
}) => {
  await chat.sidebar.getByRole("link", { name: "Models" }).click();
  await expect(page).toHaveURL(/#\/models$/);
  await expect(rows(page)).toHaveCount(4);
  const llama = row(page, "llama3.2:latest");
  await expect(llama).toContainText(/llama.*3\.2B.*Q4_K_M.*2 GB/);
  await expect(llama).toContainText("tools");
  await expect(llama.getByRole("button", { name: "Options for llama3.2:latest" })).toBeVisible();
  await expect(llama.getByRole("link", { name: "llama3.2:latest" })).toHaveAttribute(
    "href",
    "#/models/llama3.2%3Alatest",
  );
});

test("A model in the cloud is said to leave this computer, and takes no disk", async ({ chat, page }) => {
  await chat.open("#/models");
  const cloud = row(page, "gpt-oss:120b-cloud");
  await expect(cloud).toContainText(/leaves this computer/);
  await expect(cloud).not.toContainText(/\bB\b/);
  // 2,019,393,189 + 5,225,388,164 + 274,302,450 bytes, as `ollama list` would write them.
  await expect(page.getByText("4 models · up to 7.5 GB")).toBeVisible();
});

test("Columns sort both ways, parameters by their number, and the order survives a reload", async ({
  chat,
  page,
}) => {
  await chat.open("#/models");
  const head = page.getByRole("columnheader", { name: "Parameters" });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const falling = ["gpt-oss:120b-cloud", "qwen3:8b", "llama3.2:latest", "nomic-embed-text:latest"];
  await expect.poll(() => names(page)).toEqual(falling);
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => names(page)).toEqual(falling.toReversed());
  await page.reload();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => names(page)).toEqual(falling.toReversed());
});

test("Filters narrow the list, are kept over a reload, and are cleared together", async ({ chat, page }) => {
  await chat.open("#/models");
  await page.getByRole("button", { name: "tools 3" }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "thinks 2" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("combobox", { name: "Family" }).selectOption("qwen3");
  await expect.poll(() => names(page)).toEqual(["qwen3:8b"]);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(["qwen3:8b"]);
  await page.getByRole("searchbox", { name: "Filter models" }).fill("llama");
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText("None of the 4 models matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("searchbox", { name: "Filter models" })).toHaveValue("");
});

test("What I searched for is there when I come back from a model", async ({ chat, page }) => {
  await chat.open("#/models");
  const tabs = page.getByRole("navigation", { name: "Pages about models" });
  await expect(tabs.getByRole("link", { name: "Installed" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("searchbox", { name: "Filter models" }).fill("qwen");
  await page.getByRole("link", { name: "qwen3:8b" }).click();
  await expect(page).toHaveURL(/#\/models\/qwen3/);
  // The section that the page is in.
  await expect(tabs.getByRole("link", { name: "Installed" })).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Filter models" })).toHaveValue("qwen");
  await expect.poll(() => names(page)).toEqual(["qwen3:8b"]);
});

test("On a narrow screen the tab of the page is in sight", async ({ chat, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await chat.open("#/playground");
  const tabs = page.getByRole("navigation", { name: "Pages about models" });
  await expect(tabs.getByRole("link", { name: "Playground" })).toBeInViewport({ ratio: 0.9 });
  await chat.open("#/models");
  await expect(tabs.getByRole("link", { name: "Installed" })).toBeInViewport({ ratio: 0.9 });
});

test("A pinned model comes first, here and in the picker, after a reload too", async ({ chat, page }) => {
  await chat.open("#/models");
  await row(page, "qwen3:8b").getByRole("button", { name: "Options for qwen3:8b" }).click();
  await page.getByRole("menuitem", { name: "Pin" }).click();
  await expect.poll(async () => (await names(page))[0]).toBe("qwen3:8b");
  await expect(row(page, "qwen3:8b")).toContainText("pinned");
  await page.reload();
  await expect.poll(async () => (await names(page))[0]).toBe("qwen3:8b");
  await chat.open("#/");
  await chat.modelButton.click();
  await expect(page.getByRole("option").first()).toContainText("qwen3:8b");
});

test("A hidden model leaves the library and the picker, and both say how to see it", async ({
  chat,
  page,
}) => {
  await chat.open("#/models");
  await row(page, "qwen3:8b").getByRole("button", { name: "Options for qwen3:8b" }).click();
  await page.getByRole("menuitem", { name: "Hide" }).click();
  await expect(row(page, "qwen3:8b")).toHaveCount(0);
  await page.getByRole("button", { name: "Show hidden 1" }).click();
  await expect(row(page, "qwen3:8b")).toContainText("hidden");
  await chat.open("#/");
  await chat.modelButton.click();
  await expect(page.getByRole("option", { name: /^llama3\.2/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /^qwen3:8b/ })).toHaveCount(0);
  await expect(page.getByText("1 model is hidden.")).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("option", { name: /^qwen3:8b/ })).toBeVisible();
});

test("What is in memory and what was last used is told", async ({ chat, page }) => {
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.open("#/models");
  await expect(row(page, "llama3.2:latest")).toContainText("in memory");
  await expect(row(page, "llama3.2:latest")).toContainText(/ago/);
  await expect(row(page, "qwen3:8b")).not.toContainText(/in memory|ago/);
  await page.getByRole("button", { name: "in memory 1" }).click();
  await expect.poll(() => names(page)).toEqual(["llama3.2:latest"]);
});

test("Several are chosen with Shift and acted on together", async ({ chat, page }) => {
  await chat.open("#/models");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  await page.getByRole("checkbox", { name: "Select gpt-oss:120b-cloud" }).click();
  await page.getByRole("checkbox", { name: "Select nomic-embed-text:latest" }).click({
    modifiers: ["Shift"],
  });
  const bar = page.getByRole("region", { name: "Selected models" });
  // 2,019,393,189 + 274,302,450 bytes; the one in the cloud adds nothing.
  await expect(bar).toContainText("3 selected · up to 2.3 GB");
  await bar.getByRole("button", { name: "Pin" }).click();
  await expect.poll(async () => (await names(page)).at(-1)).toBe("qwen3:8b");
  await bar.getByRole("button", { name: "Clear selection" }).click();
  await expect(bar).toHaveCount(0);
});

test("The keyboard alone chooses: Space, arrows with Shift, all, Escape", async ({ chat, page }) => {
  await chat.open("#/models");
  await expect(rows(page)).toHaveCount(4);
  const bar = page.getByRole("region", { name: "Selected models" });
  await page.getByRole("checkbox", { name: "Select llama3.2:latest" }).focus();
  await page.keyboard.press("Space");
  await expect(bar).toContainText("1 selected");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Select all" }).press("Space");
  await expect(bar).toContainText("4 selected");
});

test("What a filter leaves out is not acted on", async ({ chat, page }) => {
  await chat.open("#/models");
  await page.getByRole("checkbox", { name: "Select all" }).click();
  await page.getByRole("searchbox", { name: "Filter models" }).fill("qwen");
  await expect(page.getByRole("region", { name: "Selected models" })).toContainText("1 selected");
});

test("Chosen models are pulled again, one after the other", async ({ chat, page, ollama }) => {
  await chat.open("#/models");
  await page.getByRole("checkbox", { name: "Select llama3.2:latest" }).click();
  await page.getByRole("checkbox", { name: "Select qwen3:8b" }).click();
  await page.getByRole("region", { name: "Selected models" }).getByRole("button", { name: "Update" }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
});

test("Cards are the same rows, and stay after a reload", async ({ chat, page }) => {
  await chat.open("#/models");
  await page.getByRole("button", { name: "Cards" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Cards" })).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page)).toHaveCount(4);
  const [llama, qwen] = [row(page, "llama3.2:latest"), row(page, "qwen3:8b")];
  expect((await llama.boundingBox())?.y).toBe((await qwen.boundingBox())?.y);
});

test("At 360 pixels nothing stands out of the page", async ({ chat, page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await chat.open("#/models");
  await expect(rows(page)).toHaveCount(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const box = await row(page, "llama3.2:latest").boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
});

test.describe("with two names of one model", () => {
  const digest = "ab".repeat(32);
  test.use({
    server: {
      models: [
        ...defaultModels,
        { name: "mine:latest", digest, size: 4e9, capabilities: ["completion"] },
        { name: "mine:copy", digest, size: 4e9, capabilities: ["completion"] },
      ],
    },
  });

  test("the picture of the disk counts it once and says so", async ({ chat, page }) => {
    await chat.open("#/models");
    await expect(page.getByText("6 models · up to 11 GB")).toBeVisible();
    await expect(page.getByText("1 name is another name of the same model")).toBeVisible();
    await expect(page.getByTitle("mine:latest, mine:copy · 4 GB")).toBeVisible();
    await page.getByText("Disk use", { exact: true }).click();
    await expect(page.getByTitle("mine:latest, mine:copy · 4 GB")).toBeHidden();
    // The browser closes it at once, and tells the app a moment later.
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem("candor.library")))
      .toContain(`"showsDisk":false`);
    await page.reload();
    await expect(rows(page)).toHaveCount(6);
    await expect(page.getByTitle("mine:latest, mine:copy · 4 GB")).toBeHidden();
  });
});

test.describe("without models", () => {
  test.use({ server: { models: [] } });

  test("the page says what to do", async ({ chat, page }) => {
    await chat.open("#/models");
    await expect(page.getByRole("heading", { name: "No models yet" })).toBeVisible();
    await expect(page.getByText("Or make one of your own").getByRole("link")).toHaveAttribute(
      "href",
      "#/create",
    );
    await page.getByRole("button", { name: "Pull a model" }).first().click();
    await expect(page.getByRole("dialog", { name: "Pull model" })).toBeVisible();
  });
});

test("Without the server the last list stays, with its age", async ({ chat, page, ollama }) => {
  await chat.open("#/models");
  await expect(rows(page)).toHaveCount(4);
  await ollama.close();
  await page.reload();
  await expect(page.getByText(/The server does not answer\. This is its list from .*ago/)).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
});

test("A server that had no models and is gone is not said to be running", async ({ chat, page, ollama }) => {
  ollama.setModels([]);
  await chat.open("#/models");
  await expect(page.getByText("No models yet")).toBeVisible();
  await ollama.close();
  await page.reload();
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
  await expect(page.getByRole("alert")).toContainText("did not give its list of models");
  await expect(page.locator("#main").getByText("No models yet")).toHaveCount(0);
});

test("Without the server and without a list there is a way on", async ({ chat, page, ollama }) => {
  await expect(chat.modelButton).toContainText("llama3.2:latest");
  await ollama.close();
  // At the next load, not now: the page that is here may still write a list that came.
  await page.addInitScript(() => localStorage.clear());
  await chat.open("#/models");
  await page.reload();
  const alert = page.getByRole("alert").filter({ hasText: "did not give its list" });
  await expect(alert.getByRole("link", { name: "Check the connection" })).toBeVisible();
  await expect(alert.getByRole("button", { name: "Retry" })).toBeVisible();
});

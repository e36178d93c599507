import { baseBox, box, button, create, made, nameBox } from "./pages/create-page.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

/** So slow that nothing on a busy machine is slower. */
const endless = { about: "a large layer, minutes long", layerSizes: [200_000_000], bytesPerSecond: 290_000 };

test.describe("from a base that is not there", () => {
  test.use({ server: { anyPull: pullScenarios.slow, speed: 4 } });

  test("it is pulled first, and the pull's success is not the model's", async ({ chat, page, ollama }) => {
    await chat.open("#/create/tiny%3A1b");
    await expect(baseBox(page)).toHaveAccessibleDescription(/tiny:1b is not installed.*downloads it first/);
    await nameBox(page).fill("mine");
    await create(page);
    const bar = page.getByRole("progressbar", { name: "Creating mine:latest" });
    await expect(bar).toHaveAttribute("aria-valuenow", /\d+/);
    await expect(page.getByText(/^pulling [0-9a-f]{12} · .* of 2\.3 MB$/)).toBeVisible();
    await expect(made(page, "mine:latest")).toBeVisible({ timeout: 15_000 });
    await expect(bar).toHaveCount(0);
    expect(ollama.modelNames()).toEqual(expect.arrayContaining(["mine:latest", "tiny:1b"]));
  });

  test("I cancel it, and am told what stays", async ({ chat, page, ollama }) => {
    ollama.scriptPull(endless);
    await chat.open("#/create/tiny%3A1b");
    await nameBox(page).fill("mine");
    await create(page);
    await expect(page.getByText(/^pulling [0-9a-f]{12} · /).first()).toBeVisible();
    await page.getByRole("link", { name: "Installed" }).click();
    await page.getByRole("link", { name: "Create", exact: true }).click();
    await button(page, "Cancel creating mine:latest").click();
    await expect(page.getByText(/Cancelled: mine:latest was not made\..*stays on the server/)).toBeVisible();
    await expect.poll(() => ollama.requestsTo("/api/create")[0]?.aborted).toBe(true);
    expect(ollama.modelNames()).not.toContain("mine:latest");
  });

  test("the server goes away, and the form is kept", async ({ chat, page, ollama }) => {
    ollama.scriptPull(endless);
    await chat.open("#/create/tiny%3A1b");
    await nameBox(page).fill("mine");
    await box(page, "System prompt").fill("Be brief.");
    await create(page);
    await expect(page.getByText(/^pulling [0-9a-f]{12} · /).first()).toBeVisible();
    await ollama.close();
    await expect(page.getByRole("alert")).toContainText(/connection ended before the server said/);
    await expect(box(page, "System prompt")).toHaveValue("Be brief.");
    await ollama.restart();
    await create(page);
    await expect(made(page, "mine:latest")).toBeVisible({ timeout: 15_000 });
  });

  test("an error after the first line is an error", async ({ chat, page, ollama }) => {
    ollama.scriptPull(pullScenarios.denied);
    await chat.open("#/create/tiny%3A1b");
    await nameBox(page).fill("mine");
    await create(page);
    await expect(page.getByRole("alert")).toContainText("mine:latest was not made");
    await expect(page.getByRole("alert")).toContainText(/refuses/);
    await expect(page.getByRole("alert")).toContainText("pulling manifest");
    await expect(nameBox(page)).toHaveValue("mine");
  });
});

test("A refusal before any line is told in the server's words, and mended", async ({ chat, page }) => {
  await chat.open("#/create/llama3.2%3Alatest");
  await nameBox(page).fill("mine");
  await box(page, "Template").fill("{{ .Foo");
  await create(page);
  await expect(page.getByRole("alert")).toContainText("The template has an error");
  await expect(page.getByRole("alert")).toContainText("unclosed action");
  await box(page, "Template").fill("{{ .Prompt }}");
  await create(page);
  await expect(made(page, "mine:latest")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

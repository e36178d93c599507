import type { Page } from "@playwright/test";
import { ChatPage } from "./pages/chat-page.ts";
import { launchElsewhere } from "./support/doctor/doctor-page.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/test.ts";

const state = (page: Page, name: string) =>
  page.getByRole("article", { name }).locator('[data-part="state"]');

/** Waits until a server has failed so often that its next check is most of a minute away. */
async function becomesPatient(page: Page, { url }: FakeOllama): Promise<void> {
  let diagnoses = 0;
  page.on("request", (request) => (diagnoses += Number(request.url() === `${url}/`)));
  await page.clock.fastForward(61_000);
  await expect
    .poll(async () => {
      await page.clock.fastForward(10_000);
      return diagnoses;
    })
    .toBeGreaterThanOrEqual(5);
}

test("a server that answers a question is not called unreachable until its next check", async ({
  chat,
  ollama,
  page,
}) => {
  await page.clock.install();
  await page.reload();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  await ollama.close();
  await becomesPatient(page, ollama);
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
  await ollama.restart();
  await chat.ask("Are you there?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.connection).toHaveAccessibleName(/connected/);
});

test("all servers are asked when the network is back", async ({ page, site, ollama, startServer }) => {
  const far = await startServer();
  const entry = (name: string, { url }: FakeOllama) => ({ name, url, kind: "ollama" });
  site.setConfig({ servers: [entry("Near", ollama), entry("Far", far)] });
  await page.clock.install();
  await page.goto(`${site.url}/#/connection`);
  await expect(state(page, "Far")).toContainText("connected");
  await page.context().setOffline(true);
  await becomesPatient(page, far);
  await expect(state(page, "Far")).toContainText("unreachable");
  await page.context().setOffline(false);
  await expect(state(page, "Near")).toContainText("connected");
  await expect(state(page, "Far")).toContainText("connected");
});

test.describe("another computer's server", () => {
  test.use({ server: { host: "127.0.0.5" } });

  test("a question asked without a network says so, and does not blame the server", async ({
    site,
    ollama,
  }) => {
    const address = "192.168.77.7";
    const browser = await launchElsewhere([], { [address]: "127.0.0.5" });
    const url = ollama.url.replace("127.0.0.5", address);
    site.setConfig({ servers: [{ name: "Box", url, kind: "ollama" }] });
    const page = await browser.newPage({ locale: "en-US" });
    const chat = new ChatPage(page, site.url);
    await chat.open();
    await chat.ask("First");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await page.context().setOffline(true);
    await chat.ask("Second");
    await expect(chat.reply.last().getByRole("alert")).toContainText("This device is offline");
    await page.context().setOffline(false);
    await chat.reply.last().getByRole("button", { name: "Retry" }).click();
    await expect(chat.reply.last()).toHaveAttribute("data-status", "done");
    await browser.close();
  });
});

import type { Browser, BrowserContext } from "@playwright/test";
import { exportOf, type Written } from "./stored-conversations.ts";
import { composer, newContext, patience } from "./subject.ts";

/** A browser's storage with these conversations, brought in through the app's own import, as a user would. */
export async function newProfile(
  browser: Browser,
  address: string,
  conversations: readonly Written[],
): Promise<BrowserContext> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${address}/#/settings/data`);
  const file = {
    name: "conversations.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(exportOf(conversations))),
  };
  await page.getByLabel("Import", { exact: true }).setInputFiles(file);
  const count = conversations.reduce((sum, { messages }) => sum + messages.length, 0);
  await page.waitForFunction(isStored, count, { timeout: patience, polling: 250 });
  await page.goto(`${address}/#/`);
  await composer(page).waitFor();
  return context;
}

function isStored(messages: number): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("candor");
    opening.addEventListener("error", () => resolve(false));
    opening.addEventListener("success", () => {
      const database = opening.result;
      const counting = database.transaction("messages").objectStore("messages").count();
      counting.addEventListener("success", () => {
        database.close();
        resolve(counting.result >= messages);
      });
    });
  });
}

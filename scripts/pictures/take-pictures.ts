import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Browser, type BrowserContextOptions, devices } from "@playwright/test";
import { ChatPage } from "../../e2e/pages/chat-page.ts";
import { startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import { serveDist } from "../serve-dist.ts";
import type { State } from "./state.ts";

export const themes = ["light", "dark", "phone"] as const;
export type Theme = (typeof themes)[number];

export interface Picture {
  readonly state: string;
  readonly theme: Theme;
  readonly file: string;
  /** Why the state was not reached, or what the page complained of. */
  readonly trouble: string;
}

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const patience = 10_000;

/** Light and dark are two pictures of one page, a phone is a page of its own. */
export async function takePictures(
  browser: Browser,
  state: State,
  wanted: readonly Theme[],
  folder: string,
): Promise<readonly Picture[]> {
  const onDesktop = wanted.filter((theme) => theme !== "phone");
  return [
    ...(onDesktop.length > 0 ? await visit(browser, state, onDesktop, folder) : []),
    ...(wanted.includes("phone") ? await visit(browser, state, ["phone"], folder) : []),
  ];
}

async function visit(
  browser: Browser,
  state: State,
  themesHere: readonly Theme[],
  folder: string,
): Promise<Picture[]> {
  const isPhone = themesHere.includes("phone");
  const ollama = await startFakeOllama(state.server);
  const servers = [{ name: "This computer", url: ollama.url, kind: "ollama" }];
  const site = await serveDist({ config: { servers, ...state.config } });
  if (state.isServerDown) await ollama.close();
  const context = await browser.newContext({
    locale: "en-US",
    reducedMotion: "reduce",
    ...(isPhone ? { ...phone, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } : desktop),
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  let trouble = "";
  page.on("pageerror", (error) => (trouble ||= `error in the page: ${error.message}`));
  const pictures: Picture[] = [];
  try {
    const chat = new ChatPage(page, site.url);
    await chat.open(state.address);
    await page.waitForTimeout(700);
    await state.steps?.({ page, chat, ollama, site, isPhone });
    await page.waitForTimeout(400);
  } catch (error) {
    trouble = `not reached: ${firstLines(error)}`;
  }
  for (const theme of themesHere) {
    await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
    await page.waitForTimeout(400);
    const file = join(theme, `${state.name}.png`);
    mkdirSync(join(folder, theme), { recursive: true });
    await page.screenshot({ path: join(folder, file), caret: "initial" });
    pictures.push({ state: state.name, theme, file, trouble });
  }
  await context.close();
  await Promise.all([ollama.close(), site.close()]);
  return pictures;
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(text).split("\n").slice(0, 3).join(" ");
}

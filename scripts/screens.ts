import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { ensureBrowser, launchArguments } from "./browser.ts";
import { buildIfNeeded } from "./build-app.ts";
import { PlainError } from "./plain-error.ts";
import { contactSheet } from "./pictures/contact-sheet.ts";
import { faultStates } from "./pictures/fault-states.ts";
import { menuStates } from "./pictures/menu-states.ts";
import { modelStates } from "./pictures/model-states.ts";
import { pageStates } from "./pictures/page-states.ts";
import { renderingStates } from "./pictures/rendering-states.ts";
import { replyStates } from "./pictures/reply-states.ts";
import { serverStates } from "./pictures/server-states.ts";
import { type Picture, takePictures, type Theme, themes } from "./pictures/take-pictures.ts";
import { waitingStates } from "./pictures/waiting-states.ts";

const folder = "screens";
const states = [
  ...pageStates,
  ...waitingStates,
  ...replyStates,
  ...renderingStates,
  ...faultStates,
  ...menuStates,
  ...modelStates,
  ...serverStates,
];

const { values: asked } = parseArgs({
  options: { only: { type: "string", default: "" }, theme: { type: "string" } },
});
const wanted: readonly Theme[] = themes.filter((theme) => asked.theme === undefined || theme === asked.theme);
const chosen = states.filter(({ name }) => name.includes(asked.only));
if (wanted.length === 0) throw new PlainError(`--theme must be one of: ${themes.join(", ")}`);
if (chosen.length === 0)
  throw new PlainError(`--only is part of none of: ${states.map(({ name }) => name).join(", ")}`);

await buildIfNeeded(() => console.log("Building the app …"));
if (chosen.length === states.length && wanted.length === themes.length)
  rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments] });
const pictures: Picture[] = [];
try {
  for (const state of chosen) {
    for (const picture of await takePictures(browser, state, wanted, folder)) {
      pictures.push(picture);
      console.log(`${join(folder, picture.file)}${picture.trouble === "" ? "" : `  ${picture.trouble}`}`);
    }
  }
} finally {
  await browser.close();
}
const sheet = join(folder, "index.html");
writeFileSync(
  sheet,
  contactSheet(states.flatMap(({ name }) => themes.flatMap((theme) => shown(name, theme)))),
);
console.log(`\n${pictures.length} pictures; these and those of earlier runs in ${sheet}`);

/** The picture of this run, else the one that an earlier run has left. */
function shown(state: string, theme: Theme): readonly Picture[] {
  const file = join(theme, `${state}.png`);
  const taken = pictures.find((picture) => picture.file === file);
  if (taken !== undefined) return [taken];
  return existsSync(join(folder, file)) ? [{ state, theme, file, trouble: "" }] : [];
}

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ensureBrowser, launchArguments } from "./browser.ts";

// Draws the icons of the installed app from the favicon; to be run when that was changed.

const drawing = readFileSync("public/favicon.svg", "utf8");
/** Systems cut these to shapes of their own, so the colour goes to the edges. */
const uncut = drawing.replace(/ rx="\d+"/, "");

const icons = [
  { name: "icon-192.png", size: 192, svg: drawing },
  { name: "icon-512.png", size: 512, svg: drawing },
  { name: "icon-maskable-512.png", size: 512, svg: uncut },
  { name: "apple-touch-icon.png", size: 180, svg: uncut },
];

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments] });
for (const { name, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  await page.screenshot({ path: `public/${name}`, omitBackground: true });
  await page.close();
}
await browser.close();

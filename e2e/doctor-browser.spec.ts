import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext } from "@playwright/test";
import { serveDist } from "../scripts/serve-dist.ts";
import { DoctorPage, launchElsewhere } from "./support/doctor/doctor-page.ts";
import { closedPort, standHttpsBefore } from "./support/doctor/servers.ts";
import { type FakeOllama, startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/test.ts";

/** The app on the internet: over https and over http, in a browser for which that is elsewhere. */
async function elsewhere(
  use: (place: {
    readonly context: BrowserContext;
    readonly browser: Browser;
    readonly https: string;
    readonly http: string;
    readonly ollama: FakeOllama;
  }) => Promise<void>,
): Promise<void> {
  const site = await serveDist();
  const secure = await standHttpsBefore(site);
  const http = `http://app.example:${site.port}`;
  const https = `https://app.example:${secure.port}`;
  const ollama = await startFakeOllama({ origins: [http, https] });
  const browser = await launchElsewhere([site.port, secure.port]);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  try {
    await use({ context, browser, https, http, ollama });
  } finally {
    await browser.close();
    await Promise.all([site.close(), secure.close(), ollama.close()]);
  }
}

/** What the user answered when the browser asked whether the site may reach this computer. */
async function answered(
  browser: Browser,
  context: BrowserContext,
  origin: string,
  setting: "denied" | "granted" | "prompt",
) {
  const page = context.pages()[0] ?? (await context.newPage());
  const tab = await context.newCDPSession(page);
  const { targetInfo } = await tab.send("Target.getTargetInfo");
  const whole = await browser.newBrowserCDPSession();
  await whole.send("Browser.setPermission", {
    permission: { name: "loopback-network" },
    setting,
    origin,
    ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }),
  });
}

test("A page over https and a server over http elsewhere", async () => {
  await elsewhere(async ({ context, https, ollama }) => {
    const doctor = new DoctorPage(await context.newPage());
    await doctor.test(https, `http://ollama.example:${ollama.port}`);
    await expect(
      doctor.page.getByRole("button", { name: "Connection: blocked by the browser" }),
    ).toBeVisible();
    await doctor.hasCause("The browser does not let a page over https ask a server over http");
    expect(ollama.requests).toEqual([]);
  });
});

test("Local network access: not yet allowed, denied, and found out by itself when it is allowed", async () => {
  await elsewhere(async ({ context, browser, https, ollama }) => {
    const doctor = new DoctorPage(await context.newPage());
    // A browser without a window answers its own question with no; this keeps it open.
    await answered(browser, context, https, "prompt");
    await doctor.test(https, ollama.url);
    await doctor.hasCause("The browser has not been allowed yet to reach your network from here");
    await expect(
      doctor.page.getByRole("button", { name: "Connection: blocked by the browser" }),
    ).toBeVisible();
    await answered(browser, context, https, "denied");
    await doctor.hasCause("The browser does not let this site reach your network");
    expect(ollama.requests).toEqual([]);
    await answered(browser, context, https, "granted");
    await expect(doctor.diagnosis).toContainText("Connected to Ollama 0.33.0");
  });
});

test("A page over http from elsewhere is never even asked about", async () => {
  await elsewhere(async ({ context, http, ollama }) => {
    const doctor = new DoctorPage(await context.newPage());
    await doctor.test(http, ollama.url);
    await doctor.hasCause("This page came over http from elsewhere");
    expect(ollama.requests).toEqual([]);
  });
});

test("A page of the user's own network is not taken for one of the internet by its name", async () => {
  const site = await serveDist();
  const secure = await standHttpsBefore(site);
  const port = await closedPort("127.0.0.6");
  const browser = await launchElsewhere([], { "192.168.77.8": "127.0.0.6" }, [site.port, secure.port]);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const [first, second] = [
    "Ollama is not running there",
    "Ollama runs, but under another address or port",
  ] as const;
  const rest = [first, second, "A firewall stops the request", "An extension of the browser"];
  try {
    const doctor = new DoctorPage(await context.newPage());
    await doctor.test(`http://app.example:${site.port}`, `http://192.168.77.8:${port}`);
    await doctor.hasCauses("Ollama runs, but listens only to its own computer", ...rest);
    await doctor.test(`https://app.example:${secure.port}`, `https://192.168.77.8:${port}`);
    await doctor.hasCauses("The browser does not trust the server’s certificate", ...rest);
  } finally {
    await browser.close();
    await Promise.all([site.close(), secure.close()]);
  }
});

test("Opened as a file, the page says how to open it; served, it does not", async ({ page, site }) => {
  const hint = page.getByText("If you opened Candor as a file");
  await page.goto(pathToFileURL("dist/index.html").href);
  await expect(hint).toBeVisible();
  // Without its scripts there is nothing else in it.
  await page.route("**/*.js", (route) => route.abort());
  await page.goto(site.url);
  await expect(hint).toHaveCount(1);
  await expect(hint).toBeHidden();
});

test("Where access is allowed and nothing listens, the server is down", async () => {
  await elsewhere(async ({ context, browser, https, ollama }) => {
    const doctor = new DoctorPage(await context.newPage());
    await answered(browser, context, https, "granted");
    await ollama.close();
    await doctor.test(https, ollama.url);
    await doctor.hasCauses(
      "Ollama is not running there",
      "Ollama runs, but under another address or port",
      "An extension of the browser",
    );
  });
});

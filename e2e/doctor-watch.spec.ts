import { DoctorPage } from "./support/doctor/doctor-page.ts";
import { open, standProxy } from "./support/doctor/servers.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const again = /^Tests again by itself in/;

test("It tests again by itself, says when, and sees the server come back", async ({ page, site, ollama }) => {
  await ollama.close();
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, ollama.url);
  await expect(doctor.diagnosis).toContainText("Nothing answers");
  await expect(doctor.diagnosis.getByText(again)).toBeVisible();
  await ollama.restart();
  await expect(doctor.diagnosis).toContainText("Connected to Ollama 0.33.0", { timeout: 20_000 });
  await expect(doctor.diagnosis.getByText(again)).toBeVisible();
});

test("In a hidden tab it stops", async ({ page, site, ollama }) => {
  await ollama.close();
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, ollama.url);
  await expect(doctor.diagnosis.getByText(again)).toBeVisible();
  const show = (state: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await show("hidden");
  await expect(doctor.diagnosis.getByText(again)).toBeHidden();
  await show("visible");
  await expect(doctor.diagnosis.getByText(again)).toBeVisible();
});

test("The report has what was tried and no secret", async ({ page, site, ollama }) => {
  const url = `${ollama.url}/t0k3n-0123456789abcdef`;
  const secrets = {
    [url]: { apiKey: "sk-very-secret", headers: [{ name: "X-Team", value: "blue-secret" }] },
  };
  await page.addInitScript((text) => {
    localStorage.setItem("candor.server-keys", text);
    Object.assign(window, { copied: "" });
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (copy: string) => Promise.resolve(Object.assign(window, { copied: copy })) },
    });
  }, JSON.stringify(secrets));
  site.setConfig({ servers: [{ url }] });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, url);
  await doctor.hasCause(/./);
  await doctor.diagnosis.getByRole("button", { name: "Copy report" }).click();
  await expect(doctor.diagnosis.getByRole("button", { name: "Copied" })).toBeVisible();
  const report = await page.evaluate(() => String(Reflect.get(window, "copied")));
  expect(report).toContain(`Server: ${ollama.url}/…`);
  expect(report).toContain(`Page: ${site.url}`);
  expect(report).toMatch(/version: GET .*\/api\/version \[Authorization, X-Team\] -> .*, \d+ ms/);
  expect(report).toMatch(/certain: /);
  expect(report).not.toMatch(/secret|t0k3n|0123456789/);
});

test("What was pasted is checked: variables that are not read, and mistakes in OLLAMA_ORIGINS", async ({
  page,
  site,
  ollama,
}) => {
  const origin = site.url.replace("localhost", "[::1]");
  const doctor = new DoctorPage(page);
  await doctor.test(origin, ollama.url);
  await doctor.diagnosis.getByText("Check the variables you set").click();
  const box = doctor.diagnosis.getByRole("textbox", { name: /^Variables/ });
  const found = doctor.diagnosis.getByRole("list", { name: "Variables found" });
  await box.fill("docker run -e OLLAMA_PORT=8080 -e OLLAMA_HOST=http://0.0.0.0 ollama/ollama");
  await expect(found).toContainText(
    "OLLAMA_PORT is named in guides, but Ollama does not read it. Use OLLAMA_HOST.",
  );
  await expect(found).toContainText("Without a port, this means port 80");
  await box.fill(`OLLAMA_ORIGINS=https://a.example, ${origin}/ ollama serve`);
  await expect(found).toContainText("keeps Ollama from starting");
  await expect(found).toContainText("there must be no spaces");
  await expect(found).toContainText(`OLLAMA_ORIGINS=https://a.example,${origin}`);
  await box.fill(`OLLAMA_ORIGINS=${origin}/`);
  await expect(found).toContainText(`does not let ${origin} in`);
  await expect(found).toContainText("because of the slash at its end");
});

test.describe("an old server", () => {
  test.use({ server: { version: "0.9.6" } });
  test("is told from a new one by what it lacks", async ({ page, site, ollama }) => {
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, ollama.url);
    await expect(doctor.diagnosis).toContainText("Ollama 0.9.6 is too old for some of what this app can do");
    await expect(doctor.diagnosis).toContainText("Cloud models: since 0.12.0");
    await expect(doctor.diagnosis).not.toContainText("Tools: since");
    await expect(doctor.diagnosis).toContainText("ollama.com/install.sh");
  });
});

test("Where the models cannot be listed, that is said, and not that there are none", async ({
  page,
  site,
  ollama,
}) => {
  let isBroken = true;
  const proxy = await standProxy(ollama, {
    before: ({ url }) =>
      isBroken && url === "/api/tags"
        ? { status: 500, headers: open, body: '{"error":"disk gone"}' }
        : undefined,
  });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, proxy.url);
  const summary = doctor.diagnosis.getByText("Test streaming");
  await summary.click();
  await expect(doctor.diagnosis.getByRole("alert")).toContainText("disk gone");
  await expect(doctor.diagnosis).not.toContainText("There is no model");
  isBroken = false;
  await summary.click();
  await summary.click();
  await expect(doctor.diagnosis.getByRole("button", { name: "Let it write" })).toBeVisible();
  await expect(doctor.diagnosis.getByRole("alert")).toHaveCount(0);
  await proxy.close();
});

for (const [holdsBack, verdict] of [
  [true, "Something on the way holds the words back and hands them over at once"],
  [false, "Words arrive as they are written"],
] as const) {
  test(`A proxy that ${holdsBack ? "holds streams back is found out, with the line that mends it" : "streams is not blamed"}`, async ({
    page,
    site,
    ollama,
  }) => {
    const proxy = await standProxy(ollama, { holdsBack });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.diagnosis.getByText("Test streaming").click();
    await expect(doctor.diagnosis.getByText("the test loads it")).toBeVisible();
    // Nothing is loaded before the user says so.
    expect(ollama.requestsTo("/api/generate")).toEqual([]);
    ollama.script(scenarios.streaming);
    await doctor.diagnosis.getByRole("button", { name: "Let it write" }).click();
    await expect(doctor.diagnosis.getByRole("status").filter({ hasText: verdict })).toBeVisible();
    await expect(doctor.diagnosis.getByText("proxy_buffering off;")).toBeVisible({ visible: holdsBack });
    expect(ollama.requestsTo("/api/generate")[0]?.body).not.toHaveProperty("keep_alive");
    await proxy.close();
  });
}

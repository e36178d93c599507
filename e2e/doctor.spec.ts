import { DoctorPage } from "./support/doctor/doctor-page.ts";
import {
  closedPort,
  open,
  standBoth,
  standHttp,
  standOneOrigin,
  standProxy,
} from "./support/doctor/servers.ts";
import { startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/test.ts";

const login = "A proxy asks for a login";
const proxyError = "A proxy answers with an error";
const redirect = "The server redirects";
const twice = "A proxy adds a header for the browser that Ollama sends already";
const other = "Another program answers there";

test("Where nothing listens, it is said what that can be, with the command that starts Ollama", async ({
  page,
  site,
}) => {
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, `http://127.0.0.1:${await closedPort()}`);
  await expect(doctor.diagnosis).toContainText("Nothing answers at 127.0.0.1");
  await doctor.hasCauses(
    "Ollama is not running there",
    "Ollama runs, but under another address or port",
    "An extension of the browser",
  );
  await expect(doctor.diagnosis).toContainText("systemctl start ollama");
  await doctor.diagnosis.getByText(/^What was tried/).click();
  await expect(doctor.diagnosis.getByText("/api/version → nothing readable").first()).toBeVisible();
});

test("Where Ollama answers at its own port, the port is wrong", async ({ page, site }) => {
  // An address of this computer's own that no real Ollama listens at.
  const ollama = await startFakeOllama({ host: "127.0.0.2", port: 11_434 });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, `http://127.0.0.2:${await closedPort()}`);
  await doctor.hasCause("Ollama answers at http://127.0.0.2:11434");
  await doctor.diagnosis.getByRole("button", { name: "Test http://127.0.0.2:11434" }).click();
  await expect(doctor.diagnosis).toContainText("Connected to Ollama 0.33.0");
  await ollama.close();
});

test("An origin that Ollama refuses comes with the command that lets it in, and with what else looks the same", async ({
  page,
  site,
  ollama,
}) => {
  const origin = site.url.replace("localhost", "[::1]");
  const doctor = new DoctorPage(page);
  await doctor.test(origin, ollama.url);
  await expect(doctor.diagnosis).toContainText("answers, but not to this page");
  await doctor.hasCauses(
    "Ollama does not know this page’s address",
    other,
    login,
    proxyError,
    redirect,
    twice,
  );
  for (const [system, command] of [
    ["Linux (systemd)", `Environment="OLLAMA_ORIGINS=${origin}"`],
    ["Linux, by hand", `OLLAMA_ORIGINS="${origin}" ollama serve`],
    ["macOS", `launchctl setenv OLLAMA_ORIGINS "${origin}"`],
    ["Windows", `setx OLLAMA_ORIGINS "${origin}"`],
    ["Docker", `-e "OLLAMA_ORIGINS=${origin}"`],
    ["Compose", `OLLAMA_ORIGINS: "${origin}"`],
  ] as const) {
    await doctor.diagnosis.getByRole("tab", { name: system, exact: true }).click();
    await expect(doctor.diagnosis.getByRole("tabpanel")).toContainText(command);
  }
});

test("A page that Ollama lets in by itself is not sent to OLLAMA_ORIGINS", async ({ page, site }) => {
  const mute = await standHttp((_, outgoing) => outgoing.end("hello"));
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, mute.url);
  await doctor.hasCauses(other, login, proxyError, redirect, twice);
  await expect(doctor.diagnosis).not.toContainText("OLLAMA_ORIGINS");
  await mute.close();
});

test("A proxy on the page’s own origin that hands Origin on is told to leave it out", async ({
  page,
  site,
  ollama,
}) => {
  const both = await standOneOrigin(site, ollama);
  const doctor = new DoctorPage(page);
  await doctor.test(both.url, `${both.url}/ollama`);
  await doctor.hasCause("Ollama does not know this page’s address");
  await expect(doctor.diagnosis).toContainText('proxy_set_header Origin "";');
  await both.close();
});

test("A Host that Ollama does not know comes with the line for the proxy", async ({ page, site, ollama }) => {
  const proxy = await standProxy(ollama, { host: "ai.example" });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, proxy.url);
  await doctor.hasCause("A proxy or tunnel hands on a name that Ollama does not take for its own");
  await expect(doctor.diagnosis).toContainText("proxy_set_header Host localhost:11434;");
  await proxy.close();
});

test.describe("headers of a server's own", () => {
  test("one that it does not allow is named; those that it allows are not", async ({
    page,
    site,
    ollama,
  }) => {
    const secrets = {
      [ollama.url]: { apiKey: "sk-very-secret", headers: [{ name: "X-Team", value: "blue" }] },
    };
    await page.addInitScript(
      (text) => localStorage.setItem("candor.server-keys", text),
      JSON.stringify(secrets),
    );
    site.setConfig({ servers: [{ url: ollama.url }] });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, ollama.url);
    await doctor.hasCause(/^Cause: The server does not allow pages to send X-Team$/);
    await doctor.diagnosis.getByText(/^What was tried/).click();
    await expect(doctor.diagnosis).toContainText("with Authorization, X-Team → nothing readable");
    await expect(doctor.diagnosis).not.toContainText("very-secret");
  });
});

test.describe("redirects", () => {
  test("by a slash at the end", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, {
      before: ({ url = "", headers }) => {
        if (url === "/api/version") return { status: 301, headers: { Location: "/api/version/" } };
        const isSlash = url === "/api/version/" && headers.origin !== undefined;
        return isSlash ? { status: 200, headers: open, body: '{"version":"0.33.0"}' } : undefined;
      },
    });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await expect(doctor.diagnosis).toContainText("sends the browser on to another address");
    await doctor.hasCause(redirect);
    await proxy.close();
  });

  test("to a login, where the page may see that much", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, {
      before: () => ({ status: 302, headers: { ...open, Location: "https://login.invalid/" } }),
    });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCause(redirect);
    await proxy.close();
  });
});

test("from http to https, the address over https is offered", async ({ browser, site }) => {
  const ollama = await startFakeOllama();
  const both = await standBoth(
    (incoming, outgoing) =>
      outgoing.writeHead(308, { Location: `https://${incoming.headers.host}${incoming.url}` }).end(),
    (_, outgoing) =>
      outgoing.writeHead(200, { ...open, "Content-Type": "application/json" }).end('{"version":"0.33.0"}'),
  );
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const doctor = new DoctorPage(await context.newPage());
  await doctor.test(site.url, `http://127.0.0.1:${both.port}`);
  await doctor.hasCause(`The server is at https://127.0.0.1:${both.port}`);
  await context.close();
  await both.close();
  await ollama.close();
});

test.describe("the names of this computer", () => {
  test("a server at ::1 alone is not at 127.0.0.1", async ({ page, site }) => {
    const ollama = await startFakeOllama({ host: "::1" });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, `http://127.0.0.1:${ollama.port}`);
    await doctor.hasCause(`Ollama answers at http://localhost:${ollama.port}`);
    await ollama.close();
  });

  test("who begins here is led to the address that answers", async ({ page, site }) => {
    const ollama = await startFakeOllama({ host: "::1" });
    site.setConfig({ servers: [{ url: `http://127.0.0.1:${ollama.port}` }] });
    await page.goto(site.url);
    await page.getByRole("button", { name: `Test http://localhost:${ollama.port}` }).click();
    const box = page.getByRole("textbox", { name: "Server address" });
    await expect(box).toHaveValue(`http://localhost:${ollama.port}`);
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(new DoctorPage(page).diagnosis).toContainText("Connected to Ollama 0.33.0");
    await ollama.close();
  });

  test("another program has localhost at ::1, where Ollama does not listen", async ({
    page,
    site,
    ollama,
  }) => {
    const taken = await standHttp((_, outgoing) => outgoing.end("another"), "::1");
    // The same port on the other family: the fake moves there.
    await ollama.close();
    const other4 = await startFakeOllama({ port: taken.port });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, `http://localhost:${taken.port}`);
    await doctor.hasCause(`Ollama answers at http://127.0.0.1:${taken.port}`);
    await taken.close();
    await other4.close();
  });
});

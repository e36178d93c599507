import { DoctorPage } from "./support/doctor/doctor-page.ts";
import { open, standHttp, standHttps, standProxy, standSilent } from "./support/doctor/servers.ts";
import { startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/test.ts";

const login = "A proxy asks for a login";
const proxyError = "A proxy answers with an error";
const redirect = "The server redirects";
const twice = "A proxy adds a header for the browser that Ollama sends already";
const other = "Another program answers there";

test.describe("what is not Ollama is named as far as it can be", () => {
  const cases: readonly (readonly [string, (path: string) => readonly [number, string], string])[] = [
    [
      "LM Studio",
      (path: string) => [200, `{"error":"Unexpected endpoint or method. (GET ${path})"}`],
      "Another program answers there: LM Studio, which speaks OpenAI’s API",
    ],
    ["a web page", () => [200, "<!doctype html><title>A shop</title>"], "a web page, “A shop”"],
    [
      "a server made with Gin",
      () => [404, "404 page not found"],
      "Ollama, or a server of its kind, is not under this path",
    ],
    [
      "a proxy that changes paths",
      (path: string) => (path === "/" ? [200, "Ollama is running"] : [404, "no"]),
      "A proxy changes the paths on their way to Ollama",
    ],
  ];
  for (const [name, answer, cause] of cases) {
    test(name, async ({ page, site }) => {
      const server = await standHttp(({ url = "" }, outgoing) => {
        const [status, body] = answer(url);
        outgoing.writeHead(status, open).end(body);
      });
      const doctor = new DoctorPage(page);
      await doctor.test(site.url, server.url);
      await expect(page.getByRole("region", { name: "Diagnosis" })).not.toContainText("Asking");
      await doctor.hasCause(cause);
      await server.close();
    });
  }
});

test("An address with a path too much is told the one without", async ({ page, site, ollama }) => {
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, `${ollama.url}/chat`);
  await doctor.hasCause(`Ollama answers at ${ollama.url}, without the path`);
});

test.describe("proxies", () => {
  test("that want a login", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, { before: () => ({ status: 401, headers: open, body: "no" }) });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCause(login);
    await proxy.close();
  });

  test("that want a login and do not let the page see it", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, { before: () => ({ status: 403, body: "no" }) });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCauses(other, login, proxyError, redirect, twice);
    await proxy.close();
  });

  test("that do not take the key", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, {
      before: ({ method }) => {
        const headers = { ...open, "Access-Control-Allow-Headers": "Authorization, Content-Type" };
        return method === "OPTIONS" ? { status: 204, headers } : { status: 401, headers, body: "no" };
      },
    });
    await page.addInitScript(
      (text) => localStorage.setItem("candor.server-keys", text),
      JSON.stringify({ [proxy.url]: { apiKey: "sk-out-of-date", headers: [] } }),
    );
    site.setConfig({ servers: [{ url: proxy.url }] });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCause("The proxy does not accept the key that was sent (Authorization)");
    await proxy.close();
  });

  test("that add a header which Ollama sends already, so that it comes twice", async ({
    page,
    site,
    ollama,
  }) => {
    const proxy = await standProxy(ollama, { adds: "after" });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCauses(other, login, proxyError, redirect, twice);
    await doctor.diagnosis.getByText(twice).click();
    await expect(doctor.diagnosis).toContainText("proxy_hide_header Access-Control-Allow-Origin;");
    await proxy.close();
  });

  test("that let the page read Ollama's refusal of its origin, which looks like that of a Host", async ({
    page,
    site,
    ollama,
  }) => {
    const proxy = await standProxy(ollama, { adds: "instead" });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url.replace("localhost", "[::1]"), proxy.url);
    await expect(doctor.diagnosis).toContainText("refuses, without a word");
    await doctor.hasCauses(
      "A proxy or tunnel hands on a name that Ollama does not take for its own",
      "Ollama does not know this page’s address",
    );
    await proxy.close();
  });

  test("that send to a login page", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, {
      before: ({ url }) =>
        url === "/login" ? { status: 200, body: "<html>" } : { status: 302, headers: { Location: "/login" } },
    });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCauses(other, login, proxyError, redirect, twice);
    await proxy.close();
  });

  test("that have no Ollama behind them", async ({ page, site }) => {
    const proxy = await standHttp((_, outgoing) => outgoing.writeHead(502, open).end("Bad Gateway"));
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCause("The proxy is up, Ollama behind it is not");
    await proxy.close();
  });

  test("that refuse what the browser asks beforehand", async ({ page, site, ollama }) => {
    const proxy = await standProxy(ollama, {
      before: ({ method }) => (method === "OPTIONS" ? { status: 401 } : undefined),
    });
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, proxy.url);
    await doctor.hasCause("Something before Ollama refuses the browser’s question (OPTIONS)");
    await expect(doctor.diagnosis).toContainText("limit_except OPTIONS");
    await proxy.close();
  });
});

test.describe("TLS", () => {
  test("a certificate that is not trusted is among what it can be", async ({ page, site }) => {
    const server = await standHttps((_, outgoing) =>
      outgoing.writeHead(200, open).end('{"version":"0.33.0"}'),
    );
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, server.url);
    await doctor.hasCauses(
      "The browser does not trust the server’s certificate",
      "Ollama is not running there",
      "Ollama runs, but under another address or port",
      "An extension of the browser",
    );
    await server.close();
  });

  test("https to a server that speaks http", async ({ page, site, ollama }) => {
    const doctor = new DoctorPage(page);
    await doctor.test(site.url, ollama.url.replace("http:", "https:"));
    await doctor.hasCause("The server speaks http there, not https");
    await doctor.diagnosis.getByRole("button", { name: `Test ${ollama.url}` }).click();
    await expect(doctor.diagnosis).toContainText("Connected to Ollama");
  });

  test("http to a server that speaks https", async ({ browser, site }) => {
    const server = await standHttps((_, outgoing) =>
      outgoing.writeHead(200, open).end('{"version":"0.33.0"}'),
    );
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const doctor = new DoctorPage(await context.newPage());
    await doctor.test(site.url, server.url.replace("https:", "http:"));
    await doctor.hasCause("The server speaks https there, not http");
    await context.close();
    await server.close();
  });
});

test("A server that takes requests and is silent", async ({ page, site }) => {
  const silent = await standSilent();
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, silent.url);
  await expect(doctor.diagnosis).toContainText("did not answer within 4 s", { timeout: 20_000 });
  await doctor.hasCauses(
    "A server took the request and does not answer",
    "Ollama runs, but under another address",
    "A firewall stops the request",
  );
  await silent.close();
});

test("A server that answers everything but this question", async ({ page, site }) => {
  const busy = await standHttp(({ url }, outgoing) => {
    if (url === "/") outgoing.end("hello");
  });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, busy.url);
  await expect(doctor.diagnosis).toContainText("did not answer within 4 s", { timeout: 20_000 });
  await doctor.hasCause("A server took the request and does not answer");
  await busy.close();
});

test("Where another port is silent and Ollama answers at its own, the port is wrong", async ({
  page,
  site,
}) => {
  const ollama = await startFakeOllama({ host: "127.0.0.4", port: 11_434 });
  const silent = await standSilent("127.0.0.4");
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, silent.url);
  await expect(doctor.diagnosis).toContainText("did not answer within 4 s", { timeout: 20_000 });
  await doctor.hasCause("Ollama answers at http://127.0.0.4:11434");
  await silent.close();
  await ollama.close();
});

test("Where another program answers and Ollama is at its own port, both are named", async ({
  page,
  site,
}) => {
  const ollama = await startFakeOllama({ host: "127.0.0.7", port: 11_434 });
  const shop = await standHttp(
    (_, outgoing) => outgoing.writeHead(200, open).end("<!doctype html><title>A shop</title>"),
    "127.0.0.7",
  );
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, shop.url);
  await expect(doctor.diagnosis).toContainText("is not Ollama");
  await doctor.hasCause("Ollama answers at http://127.0.0.7:11434");
  await shop.close();
  await ollama.close();
});

test("A port that browsers never ask", async ({ page, site }) => {
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, "http://127.0.0.1:6000");
  await doctor.hasCause("Browsers never ask this port");
});

test("A policy of the site that forbids the server", async ({ page, site, ollama }) => {
  await page.route(`${site.url}/`, async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), "content-security-policy": "connect-src 'self'" };
    await route.fulfill({ response: answer, headers });
  });
  const doctor = new DoctorPage(page);
  await doctor.test(site.url, ollama.url);
  await doctor.hasCause(`This site’s own policy forbids requests to ${ollama.url.replace("http://", "")}`);
});

import { DoctorPage } from "./support/doctor/doctor-page.ts";
import { closedPort, standHttp } from "./support/doctor/servers.ts";
import { startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/test.ts";

test("A server of OpenAI's kind that is down is not looked for as Ollama, not even where one runs beside it", async ({
  page,
  site,
}) => {
  const beside = await startFakeOllama({ host: "127.0.0.8", port: 11_434 });
  const url = `http://127.0.0.8:${await closedPort("127.0.0.8")}`;
  site.setConfig({ servers: [{ url, kind: "openai" }] });
  const doctor = new DoctorPage(page);
  await page.goto(`${site.url}/#/connection`);
  await doctor.hasCauses(
    "The server is not running there",
    "The server runs, but under another address or port",
    "An extension of the browser",
  );
  await expect(doctor.diagnosis).not.toContainText("ollama", { ignoreCase: true });
  expect(beside.requests).toEqual([]);
  await beside.close();
});

test("One that lets in no pages comes with what tells it to", async ({ page, site }) => {
  const mute = await standHttp((_, outgoing) => outgoing.end('{"object":"list","data":[]}'));
  site.setConfig({ servers: [{ url: mute.url, kind: "openai" }] });
  const doctor = new DoctorPage(page);
  await page.goto(`${site.url}/#/connection`);
  await doctor.hasCauses(
    "The server does not let in pages from",
    "A proxy asks for a login",
    "A proxy answers with an error, because the server behind it is down",
    "The server redirects",
    "A proxy adds a header",
    "Another program answers there",
  );
  await expect(doctor.diagnosis).toContainText(`--allowed-origins '["${site.url}"]'`);
  await expect(doctor.diagnosis).not.toContainText("OLLAMA_ORIGINS");
  await mute.close();
});

import type { Browser } from "@playwright/test";
import { DoctorPage, launchElsewhere } from "./support/doctor/doctor-page.ts";
import { closedPort, standSilent } from "./support/doctor/servers.ts";
import { expect, test as base } from "./support/test.ts";

/** Another computer of the network: in this browser, a corner of this one. */
const box = "192.168.77.7";
const corner = "127.0.0.5";

const test = base.extend<object, { network: Browser }>({
  network: [
    // Playwright reads the names of fixtures from the first parameter's pattern.
    async ({}, use) => {
      const browser = await launchElsewhere([], { [box]: corner, "gone.example": "~NOTFOUND" });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
});

const down = "Ollama is not running there";
const elsewhere = "Ollama runs, but under another address or port";
const local = "Ollama runs, but listens only to its own computer";
const firewall = "A firewall stops the request";
const extension = "An extension of the browser";

async function doctorIn(network: Browser): Promise<DoctorPage> {
  const context = await network.newContext({ locale: "en-US" });
  return new DoctorPage(await context.newPage());
}

test("Where another computer refuses, it may listen to itself alone, with the command that opens it", async ({
  network,
  site,
}) => {
  const doctor = await doctorIn(network);
  await doctor.test(site.url, `http://${box}:${await closedPort(corner)}`);
  await doctor.hasCauses(local, down, elsewhere, firewall, extension);
  await expect(doctor.diagnosis).toContainText('Environment="OLLAMA_HOST=0.0.0.0"');
  await doctor.page.context().close();
});

test("Where it is silent, it may be behind a firewall, or asleep", async ({ network, site }) => {
  const silent = await standSilent(corner);
  const doctor = await doctorIn(network);
  await doctor.test(site.url, `http://${box}:${silent.port}`);
  await expect(doctor.diagnosis).toContainText("did not answer within 4 s", { timeout: 20_000 });
  await doctor.hasCauses(
    firewall,
    "The computer sleeps or is switched off",
    elsewhere,
    "A server took the request and does not answer",
  );
  await expect(doctor.diagnosis).toContainText(`sudo ufw allow ${silent.port}/tcp`);
  await doctor.page.context().close();
  await silent.close();
});

test("A name that leads nowhere is among what it can be", async ({ network, site }) => {
  const doctor = await doctorIn(network);
  await doctor.test(site.url, "http://gone.example:11434");
  await doctor.hasCauses(down, elsewhere, "The name gone.example leads nowhere", firewall, extension);
  await doctor.page.context().close();
});

test("A device without a network is told that first, and what is tested again by itself when it is back", async ({
  network,
  site,
}) => {
  const doctor = await doctorIn(network);
  const address = `http://${box}:${await closedPort(corner)}`;
  await doctor.test(site.url, address);
  await doctor.hasCauses(local, down, elsewhere, firewall, extension);
  await doctor.page.context().setOffline(true);
  await doctor.diagnosis.getByRole("button", { name: "Test again" }).click();
  const offline = "This device is not connected to any network";
  await doctor.hasCauses(offline, local, down, elsewhere, firewall, extension);
  await doctor.page.context().setOffline(false);
  await doctor.hasCauses(local, down, elsewhere, firewall, extension);
  await doctor.page.context().close();
});

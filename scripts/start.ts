import { appPort } from "./app-port.ts";
import { buildIfNeeded, olderAssets } from "./build-app.ts";
import { chooseServer } from "./ollama-server.ts";
import { serveDist } from "./serve-dist.ts";
import { untilStopped } from "./until-stopped.ts";

const port = appPort(process.env);
const server = await chooseServer(process.env);
try {
  // Takes the port before the build, so that one in use is said at once.
  const app = await serveDist({ port, config: server.config, olderAssets });
  untilStopped(() => Promise.all([app.close(), server.close()]));
  await buildIfNeeded(() => console.log("Building the app …"));
  console.log(["", `Candor  ${app.url}`, ...server.report, "", "Ctrl+C stops it.", ""].join("\n"));
} catch (error) {
  await server.close();
  throw error;
}

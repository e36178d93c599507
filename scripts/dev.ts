import { createServer, type Plugin } from "vite";
import { appPort } from "./app-port.ts";
import { chooseServer } from "./ollama-server.ts";
import { serveDist } from "./serve-dist.ts";
import { untilStopped } from "./until-stopped.ts";

const port = appPort(process.env);
// Vite would report a port in use with a stack, and would not look at the other loopback address.
await (await serveDist({ port })).close();
const server = await chooseServer(process.env);

const configJson: Plugin = {
  name: "config-json",
  configureServer: (vite) => {
    vite.middlewares.use("/config.json", (_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      response.end(JSON.stringify(server.config));
    });
  },
};

const vite = await createServer({
  plugins: [configJson],
  server: { host: "127.0.0.1", port, strictPort: true },
  clearScreen: false,
  logLevel: "warn",
});
await vite.listen();
untilStopped(() => Promise.all([vite.close(), server.close()]));
console.log(
  ["", `Candor  http://localhost:${port} (development)`, ...server.report, "", "Ctrl+C stops it.", ""].join(
    "\n",
  ),
);

import { runBrowserTests } from "./browser-tests.ts";
import { buildIfNeeded } from "./build-app.ts";

await buildIfNeeded(() => console.log("Building the app …"));
process.exitCode = (await runBrowserTests(process.argv.slice(2))).code;

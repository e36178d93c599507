import { buildApp } from "./build-app.ts";
import { compressFolder } from "./compress-folder.ts";

await buildApp("info");
const written = await compressFolder("dist");
console.log(`${written} files compressed beside their originals, with Brotli and gzip`);

import { fileURLToPath } from "node:url";
import { serveDist, type ServedDist } from "../serve-dist.ts";

/** The page that the app is compared with. */
export function serveReference(): Promise<ServedDist> {
  return serveDist({ directory: fileURLToPath(new URL("./reference", import.meta.url)) });
}

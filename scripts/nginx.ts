import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PlainError } from "./plain-error.ts";
import { installPackages } from "./system-package.ts";

export interface Nginx {
  readonly program: string;
  /** The module that sends what is compressed with Brotli already; not every Debian and Ubuntu has it. */
  readonly brotli: string | undefined;
}

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const needed = ["nginx", "openssl"];
const wanted = [...needed, "libnginx-mod-http-brotli-static"];

/** nginx with what its tests need beside it: openssl for certificates and passwords, and the module, where there is one. */
function findNginx(): Nginx | undefined {
  // Debian keeps it where the paths of ordinary users do not look.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  const find = (name: string) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  const program = find("nginx");
  if (program === undefined || find("openssl") === undefined) return undefined;
  return { program, brotli: existsSync(brotli) ? brotli : undefined };
}

/** The nginx that is here. */
export function nginxHere(): Nginx {
  const found = findNginx();
  if (found !== undefined) return found;
  throw new PlainError(
    `The tests of deployment need nginx, and it could not be installed: apt-get install ${needed.join(" ")}`,
  );
}

/** As nginxHere, and installs Debian's where there is none; it is never started as a service here. */
export function ensureNginx(): Nginx {
  if (findNginx()?.brotli === undefined) {
    console.log(`No nginx with Brotli here: installing it (apt-get install ${wanted.join(" ")}) …`);
    if (!installPackages(wanted)) installPackages(needed);
  }
  const nginx = nginxHere();
  if (nginx.brotli === undefined) console.log("There is no Brotli for this nginx: only gzip is tried.");
  return nginx;
}

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PlainError } from "./plain-error.ts";
import { installPackages } from "./system-package.ts";

export interface Nginx {
  readonly program: string;
  /** The module that sends what is compressed with Brotli already. */
  readonly brotli: string;
}

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const packages = ["nginx", "libnginx-mod-http-brotli-static", "openssl"];

/** nginx with what its tests need beside it: the module, and openssl for certificates and passwords. */
function findNginx(): Nginx | undefined {
  // Debian keeps it where the paths of ordinary users do not look.
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  const find = (name: string) => folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  const program = find("nginx");
  const hasRest = existsSync(brotli) && find("openssl") !== undefined;
  return program !== undefined && hasRest ? { program, brotli } : undefined;
}

/** As findNginx, and installs Debian's where there is none; it is never started as a service here. */
export function ensureNginx(): Nginx {
  const found = findNginx();
  if (found !== undefined) return found;
  console.log(`No nginx with Brotli here: installing it (apt-get install ${packages.join(" ")}) …`);
  const installed = installPackages(packages) ? findNginx() : undefined;
  if (installed !== undefined) return installed;
  throw new PlainError(
    `The tests of deployment need nginx, and it could not be installed: apt-get install ${packages.join(" ")}`,
  );
}

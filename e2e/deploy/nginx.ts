import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { nginxHere } from "../../scripts/nginx.ts";

/** The build of this run, compressed: `scripts/e2e-deploy.ts` puts it there, so that a build meanwhile changes nothing. */
export const deployed = ".cache/deployed";

type Edit = readonly [from: string, to: string];

export interface NginxOptions {
  /** A file of deploy/nginx/, or elsewhere. */
  readonly form: string;
  /** What an operator writes in the place of what: each `from` has to be there. */
  readonly edits?: readonly Edit[];
  /** Files beside the app's, as config.json; text, or what becomes JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** The folder of the site where the app is. */
  readonly folder?: string;
  /** Files of nginx's own folder, as a list of passwords. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Without Brotli, as the forms are before an operator takes a `#` away. */
  readonly isPlain?: boolean;
}

export interface RunningNginx {
  readonly port: number;
  /** Without a slash at its end. */
  readonly url: string;
  /** The addresses that it listens at. */
  readonly addresses: readonly string[];
  /** The folder that it answers from. */
  readonly root: string;
  /** Whether it sends what is compressed with Brotli. */
  readonly hasBrotli: boolean;
  /** What it wrote of what went wrong. */
  errors(): string;
  close(): Promise<void>;
}

/** Debian's nginx with a form of deploy/nginx/, as a user without rights, on a port of this machine alone. */
export async function startNginx(options: NginxOptions): Promise<RunningNginx> {
  const { program, brotli: here } = nginxHere();
  const brotli = options.isPlain === true ? undefined : here;
  const prefix = mkdtempSync(join(tmpdir(), "candor-nginx-"));
  const port = await freePort();
  const root = join(prefix, "www");
  const settings = join(prefix, "etc");
  for (const folder of ["etc/conf.d", "temp", "www"]) mkdirSync(join(prefix, folder), { recursive: true });
  const app = join(root, options.folder ?? "");
  cpSync(deployed, app, { recursive: true });
  for (const [name, content] of Object.entries(options.files ?? {}))
    writeFileSync(join(app, name), typeof content === "string" ? content : JSON.stringify(content));
  cpSync("/etc/nginx/mime.types", join(settings, "mime.types"));
  cpSync("deploy/nginx/snippets", join(settings, "snippets"), { recursive: true });
  for (const [name, content] of Object.entries(options.settings ?? {}))
    writeFileSync(join(settings, name), content);
  const edits = options.edits ?? [];
  const own: readonly Edit[] = [
    ["listen 8080", `listen 127.0.0.1:${port}`],
    ["listen 80", `listen 127.0.0.1:${port}`],
    ["listen [::]:80", hasSix() ? `listen [::1]:${port}` : "#"],
    ["server_name candor.example;", "server_name localhost 127.0.0.1;"],
    ["/var/www/candor", root],
    ...(brotli === undefined ? [] : [["#brotli_static on;", "brotli_static on;"] as const]),
    ["/etc/nginx/", `${settings}/`],
  ];
  const used = new Set<string>();
  const edited = (text: string) =>
    [...edits, ...own].reduce((before, [from, to]) => {
      if (before.includes(from)) used.add(from);
      return before.replaceAll(from, () => to);
    }, text);
  for (const name of readdirSync(join(settings, "snippets"))) {
    const file = join(settings, "snippets", name);
    writeFileSync(file, edited(readFileSync(file, "utf8")));
  }
  writeFileSync(join(settings, "conf.d/candor.conf"), edited(readFileSync(options.form, "utf8")));
  const missing = edits.map(([from]) => from).filter((from) => !used.has(from));
  if (missing.length > 0) throw new Error(`${options.form} has no longer ${missing.join(" or ")}`);
  writeFileSync(join(settings, "nginx.conf"), mainFile(prefix, brotli));

  const user = unprivileged();
  if (user !== undefined) chown(prefix, user);
  const log = join(prefix, "error.log");
  const child = spawn(program, ["-p", prefix, "-e", log, "-c", join(settings, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
    ...user,
  });
  // A test that fails does not come to its own end.
  const end = () => void child.kill("SIGTERM");
  process.once("exit", end);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (said += text));
  const url = `http://localhost:${port}`;
  await answers(`http://127.0.0.1:${port}/`, child, () => said);
  return {
    port,
    url,
    addresses: ["127.0.0.1", ...(hasSix() ? ["[::1]"] : [])],
    root: app,
    hasBrotli: brotli !== undefined,
    errors: () => readFileSync(log, "utf8"),
    close: async () => {
      await ended(child);
      process.off("exit", end);
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}

/** What Debian's own nginx.conf says where it matters, and every file below one folder. */
export function mainFile(prefix: string, brotli: string | undefined): string {
  const temp = (name: string) => `${name}_temp_path ${prefix}/temp/${name};`;
  return `${brotli === undefined ? "" : `load_module ${brotli};`}
daemon off;
pid ${prefix}/nginx.pid;
worker_processes 2;
events { worker_connections 512; }
http {
    sendfile on;
    include mime.types;
    default_type application/octet-stream;
    access_log off;
    gzip on;
    ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(temp).join("\n    ")}
    include conf.d/*.conf;
}
`;
}

/** Whether this machine has IPv6. */
function hasSix(): boolean {
  return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));
}

/** Root starts it as nobody; anyone else as themselves. */
function unprivileged(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
}

function chown(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid);
  execFileSync("chown", ["-R", `${uid}:${gid}`, folder]);
}

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said()}`);
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (answer !== undefined) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

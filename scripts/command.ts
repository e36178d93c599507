import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export interface CommandResult {
  readonly code: number;
  /** Both streams, in the order they came. */
  readonly output: string;
}

/** The file that a package's command runs, so that Node can run it on any system. */
export function toolPath(command: string, packageName = command): string {
  const manifest = join("node_modules", packageName, "package.json");
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = typeof bin === "string" ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return require.resolve(join(process.cwd(), dirname(manifest), file));
}

export interface ToolOptions {
  readonly packageName?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Passes the output on while it comes, too. */
  readonly live?: boolean;
}

/** Runs a command of an installed package to its end. */
export function runTool(
  command: string,
  parameters: readonly string[],
  options: ToolOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [toolPath(command, options.packageName), ...parameters], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (text: string) => {
      output += text;
      if (options.live) process.stdout.write(text);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => done({ code: 1, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

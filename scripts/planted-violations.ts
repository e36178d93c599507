import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runTool } from "./command.ts";
import { cleanFiles, plantedCases } from "./planted-cases.ts";
import type { Outcome } from "./step.ts";

const configs = [".oxlintrc.json", "package.json", "tsconfig.json", "tsconfig.core.json"];

const domInCore = {
  path: "src/core/planted-window.ts",
  code: "export const kept = () => window.innerWidth;\n",
};

interface Finding {
  readonly file: string;
  readonly rule: string;
}

/**
 * Plants one violation of each house rule in a copy of the folders, with the real configuration, and expects each to be
 * found by the rule it is meant for; a rule that finds nothing would otherwise be green for ever.
 */
export async function plantedViolations(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "candor-planted-"));
  try {
    for (const config of configs) cpSync(config, join(folder, config));
    for (const { path, code } of [...plantedCases, ...cleanFiles, domInCore]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    const [findings, types] = await Promise.all([lint(folder), typesOfCore(folder)]);
    const problems = [...missed(findings), ...falseAlarms(findings), ...types];
    const total = plantedCases.length + cleanFiles.length + 2;
    return { passed: total - problems.length, failed: problems.length, output: problems.join("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function lint(folder: string): Promise<Finding[]> {
  const { output } = await runTool("oxlint", ["--format=json", "src"], { cwd: folder });
  const report: { diagnostics: { filename: string; code?: string }[] } = JSON.parse(output);
  return report.diagnostics.map(({ filename, code = "" }) => ({
    file: filename.replaceAll("\\", "/"),
    rule: /\(([^)]+)\)/.exec(code)?.[1] ?? code,
  }));
}

function missed(findings: readonly Finding[]): string[] {
  return plantedCases
    .filter(({ path, rule }) => !findings.some((finding) => finding.file === path && finding.rule === rule))
    .map(({ wrong, path, rule }) => `not found by ${rule}: ${wrong} (${path})`);
}

function falseAlarms(findings: readonly Finding[]): string[] {
  return cleanFiles.flatMap(({ path }) => {
    const rules = findings.filter(({ file }) => file === path).map(({ rule }) => rule);
    return rules.length === 0 ? [] : [`clean, but named by ${rules.join(", ")}: ${path}`];
  });
}

async function typesOfCore(folder: string): Promise<string[]> {
  const { output } = await runTool("tsc", ["-p", "tsconfig.core.json", "--pretty", "false"], {
    packageName: "typescript",
    cwd: folder,
  });
  return [
    ...(new RegExp(`^${domInCore.path}.*'window'`, "m").test(output)
      ? []
      : [`not found by tsc: window in core\n${output}`]),
    ...(/^src\/core\/planted-clean\.ts/m.test(output) ? [`clean, but named by tsc\n${output}`] : []),
  ];
}

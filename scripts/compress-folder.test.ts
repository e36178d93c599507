import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressFolder } from "./compress-folder.ts";

test("what is text gets compressed forms that give it back; pictures, small files and config.json are left alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "candor-compress-"));
  mkdirSync(join(folder, "assets"));
  const text = "const longer = 'than a kilobyte';\n".repeat(60);
  for (const name of ["assets/main.js", "font.woff2", "config.json"]) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "small.css"), "a{}");
  expect(await compressFolder(folder)).toBe(2);
  const read = (ending: string) => readFileSync(join(folder, `assets/main.js.${ending}`));
  expect(brotliDecompressSync(read("br")).toString()).toBe(text);
  expect(gunzipSync(read("gz")).toString()).toBe(text);
  for (const name of ["font.woff2", "config.json", "small.css"])
    expect([existsSync(join(folder, `${name}.br`)), existsSync(join(folder, `${name}.gz`))]).toEqual([
      false,
      false,
    ]);
  rmSync(folder, { recursive: true });
});

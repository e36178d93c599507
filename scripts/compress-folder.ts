import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressible = /\.(?:css|html|js|json|mjs|svg|txt|wasm|webmanifest)$/;
/** Below this, the headers of an answer weigh more than what is saved. */
const smallest = 1024;

const forms = {
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
};

/**
 * Writes `<file>.br` and `<file>.gz` beside the files of a built app, for hosts that send what is compressed already
 * (nginx: gzip_static, brotli_static). What changes after the build, as config.json does, is left alone. Gives their number.
 */
export async function compressFolder(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => compressible.test(name) && name !== "config.json");
  let written = 0;
  for (const name of files) {
    const file = join(folder, name);
    if ((await stat(file)).size < smallest) continue;
    const content = await readFile(file);
    await Promise.all(
      Object.entries(forms).map(async ([ending, compress]) =>
        writeFile(`${file}.${ending}`, await compress(content)),
      ),
    );
    written += 2;
  }
  return written;
}

import type { CompletionImage } from "#src/core/playground/completion-form.ts";

export type ReadImages = { readonly images: readonly CompletionImage[]; readonly refused: readonly string[] };

/** Files as bare base64, which is what Ollama takes; what is no image, or cannot be read, is refused by its name. */
export async function readImages(files: readonly File[]): Promise<ReadImages> {
  const read = await Promise.all(files.map(readImage));
  return {
    images: read.filter((image) => image !== undefined),
    refused: files.filter((_, index) => read[index] === undefined).map(({ name }) => name),
  };
}

async function readImage(file: File): Promise<CompletionImage | undefined> {
  // A file may be called an image and be none: it is decoded once.
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  picture.close();
  const base64 = await base64Of(file).catch(() => undefined);
  return base64 === undefined ? undefined : { name: file.name, size: file.size, base64 };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("unreadable")));
    reader.readAsDataURL(file);
  });
}

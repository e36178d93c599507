export interface RichText {
  readonly html: string;
  readonly text: string;
}

/**
 * Puts a text with its looks on the clipboard, and without them for programs that know none. False where the browser
 * offers that to no page like this one (plain http) or refuses. Call it from a click: what is written may come later.
 */
export async function copyRich(content: Promise<RichText>): Promise<boolean> {
  try {
    const part = async (kind: keyof RichText, type: string) => new Blob([(await content)[kind]], { type });
    const item = new ClipboardItem({
      "text/html": part("html", "text/html"),
      "text/plain": part("text", "text/plain"),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

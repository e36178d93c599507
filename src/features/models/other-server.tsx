import { useServer } from "#src/state/server.ts";

/** The server that something is about, named where it is not the one in use. */
export function OtherServer({ url }: { url: string }) {
  const isOther = useServer((state) => state.url !== url);
  return isOther ? <span dir="ltr">{` · ${url}`}</span> : null;
}

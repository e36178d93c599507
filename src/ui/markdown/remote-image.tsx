import { useEffect, useRef, useState } from "react";
import type { ImageMessage, ShowImage } from "#src/frames/message.ts";

type ImageState = "loading" | "failed" | { readonly width: number; readonly height: number };

export type RemoteImageProps = {
  address: string;
  alt: string;
  label: string;
  /** Whether the image may come from another host than the address names, if that leads there. */
  followsAnywhere: boolean;
  onFailed: () => void;
};

// No cookies and no storage of the image's host, where the browser knows it.
const credentialless: Record<string, string> = { credentialless: "" };

/**
 * An image of another host, in a frame whose policy lets it load images and nothing else; the policy of the page need not
 * let any in. No text of the frame is believed but a size.
 */
export function RemoteImage({ address, alt, label, followsAnywhere, onFailed }: RemoteImageProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<ImageState>("loading");

  useEffect(() => {
    function onMessage({ source, data }: MessageEvent<ImageMessage>) {
      if (!frame.current || source !== frame.current.contentWindow) return;
      if (data.type === "loaded") setState({ width: data.width, height: data.height });
      if (data.type === "failed") {
        setState("failed");
        onFailed();
      }
    }
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, [onFailed]);

  if (state === "failed") return null;
  return (
    <iframe
      ref={frame}
      role="img"
      title={label}
      aria-label={label}
      src="frames/image.html"
      sandbox="allow-scripts"
      allow=""
      referrerPolicy="no-referrer"
      loading="lazy"
      scrolling="no"
      tabIndex={-1}
      aria-busy={state === "loading"}
      className="markdown-image-frame"
      style={state === "loading" ? undefined : sizeOf(state)}
      {...credentialless}
      onLoad={(event) => {
        const message: ShowImage = { address, alt, followsAnywhere };
        // Its origin is opaque, so no other target can be named.
        event.currentTarget.contentWindow?.postMessage(message, "*");
      }}
    />
  );
}

/** As large as it is, within the measure and three fifths of the window's height. */
function sizeOf({ width, height }: { width: number; height: number }) {
  const ratio = width / height;
  return {
    inlineSize: `min(100%, ${width}px, ${60 * ratio}dvh)`,
    blockSize: "auto",
    aspectRatio: `${ratio}`,
  };
}

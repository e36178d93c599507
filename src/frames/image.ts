import type { ImageMessage, ShowImage } from "./message.ts";

function post(message: ImageMessage): void {
  parent.postMessage(message, "*");
}

/** One policy more: what the address leads to may only be the same host, with a secure connection at most. */
function stayOn(address: string): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `img-src ${new URL(address).origin}`;
  document.head.append(policy);
}

addEventListener("message", (event: MessageEvent<ShowImage>) => {
  if (event.source !== parent || document.images.length > 0) return;
  if (!event.data.followsAnywhere) stayOn(event.data.address);
  const image = new Image();
  image.referrerPolicy = "no-referrer";
  image.alt = event.data.alt;
  image.addEventListener("load", () => {
    // A vector image may have no size of its own.
    const { naturalWidth: width, naturalHeight: height } = image;
    post({ type: "loaded", width: width || 300, height: height || 150 });
  });
  image.addEventListener("error", () => post({ type: "failed" }));
  image.src = event.data.address;
  document.body.append(image);
});

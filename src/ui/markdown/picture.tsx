import { ExternalLink, ImageDown, ShieldCheck } from "lucide-react";
import { useCallback, useContext, useRef, useState } from "react";
import { useT } from "#src/ui/i18n.tsx";
import { imageAddress, isImageData } from "./address.ts";
import { markControls } from "./control-marks.tsx";
import { Control } from "./control.tsx";
import { MarkdownHostContext } from "./markdown-host.ts";
import "./picture.css";
import { RemoteImage } from "./remote-image.tsx";
import { useKeptFocus } from "#src/ui/use-kept-focus.ts";

/** An image that is in the text itself is shown; one of elsewhere is asked for first. */
export function Picture({ url, alt, isInLink }: { url: string; alt: string; isInLink: boolean }) {
  if (isImageData(url)) return <img src={url} alt={alt} className="markdown-image-data" />;
  if (isInLink) return markControls(alt, "words");
  const address = imageAddress(url);
  if (!address) return <Unloadable url={url} alt={alt} />;
  return <ImageElsewhere key={address.href} url={url} alt={alt} href={address.href} host={address.host} />;
}

/** An image that cannot be asked for is named, with its address as it was written; the data of one are not for reading. */
function Unloadable({ url, alt }: { url: string; alt: string }) {
  const kind = /^data:[^,]*/i.exec(url)?.[0];
  const address = kind === undefined ? url : alt === "" ? kind : "";
  if (address === "") return markControls(alt, "words");
  return (
    <>
      {markControls(alt, "words")}
      {alt === "" ? null : " "}
      <span className="markdown-address">{markControls(address, "code")}</span>
    </>
  );
}

type ElsewhereProps = { url: string; alt: string; href: string; host: string };

/**
 * Never loaded by itself: an address in a reply could carry the conversation away. The user loads this one, or lets a host
 * in; who was loaded is named all the same.
 */
function ImageElsewhere({ url, alt, href, host }: ElsewhereProps) {
  const t = useT();
  const { allowedImageHosts, allowImageHost } = useContext(MarkdownHostContext);
  const isAllowed = allowedImageHosts?.includes(host) ?? false;
  const [isAsked, setAsked] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const onFailed = useCallback(() => setFailed(true), []);
  const isShown = (isAsked || isAllowed) && !hasFailed;
  const place = useRef<HTMLElement>(null);
  const keptFocus = useKeptFocus(place, ".markdown-control");
  const failure = t(isAsked ? "preview.imageFailed" : "preview.allowedFailed", { host });
  const openLabel = t("preview.openImage", { host });
  return (
    <span ref={place} {...keptFocus} className="markdown-image" data-shown={isShown || undefined}>
      {isShown ? (
        <RemoteImage
          address={href}
          alt={alt}
          followsAnywhere={isAsked}
          label={alt || t("preview.imageFrom", { host })}
          onFailed={onFailed}
        />
      ) : null}
      <span className="markdown-image-facts" data-host={host} data-error={hasFailed ? failure : undefined}>
        {markControls(alt, "words")}
        {alt === "" ? null : " "}
        <span className="markdown-address">{markControls(url, "code")}</span>
      </span>
      <span className="markdown-image-controls">
        {isShown ? null : (
          <Control
            label={t(hasFailed ? "preview.retryImage" : "preview.loadImage", { host })}
            onClick={() => {
              setFailed(false);
              setAsked(true);
            }}
          >
            <ImageDown size={14} aria-hidden />
          </Control>
        )}
        {isAllowed || !allowImageHost ? null : (
          <Control
            label={t("preview.allowHost", { host })}
            onClick={() => {
              setFailed(false);
              setAsked(true);
              allowImageHost(host);
            }}
          >
            <ShieldCheck size={14} aria-hidden />
          </Control>
        )}
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className="markdown-control"
          aria-label={openLabel}
          title={openLabel}
        >
          <ExternalLink size={14} aria-hidden />
        </a>
      </span>
    </span>
  );
}

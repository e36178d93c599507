import { ExternalLink } from "lucide-react";
import { useT } from "#src/ui/i18n.tsx";
import { imageAddress } from "./address.ts";

/** Never loaded by itself: an address in a reply could carry the conversation away. */
export function Picture({ url, alt, isInLink }: { url: string; alt: string; isInLink: boolean }) {
  const t = useT();
  const address = imageAddress(url);
  if (!address || isInLink) return alt;
  const label = t("preview.openImage", { host: address.host });
  return (
    <span className="markdown-image">
      {alt}
      {alt === "" ? null : " "}
      <span className="markdown-address">{url}</span>
      <a
        href={address.href}
        target="_blank"
        rel="noopener noreferrer"
        className="markdown-control"
        aria-label={label}
        title={label}
      >
        <ExternalLink size={14} aria-hidden />
      </a>
    </span>
  );
}

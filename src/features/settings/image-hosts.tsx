import { X } from "lucide-react";
import { forgetImageHost } from "#src/state/image-hosts.ts";
import { useSettings } from "#src/state/settings.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** The hosts whose images are loaded without asking. */
export function ImageHosts() {
  const t = useT();
  const hosts = useSettings((state) => state.imageHosts);
  return (
    <section>
      <h3 className="mb-1 font-medium">{t("preview.imageHosts")}</h3>
      <p className="text-muted">
        {t(hosts.length === 0 ? "preview.noImageHosts" : "preview.imageHostsAbout")}
      </p>
      <ul aria-label={t("preview.imageHosts")} className="mt-1">
        {hosts.map((host) => (
          <li key={host} className="flex items-center gap-2">
            <bdi className="min-w-0 truncate">{host}</bdi>
            <IconButton label={t("preview.forgetHost", { host })} onClick={() => forgetImageHost(host)}>
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

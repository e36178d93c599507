import { formatBytes } from "#src/core/models/size.ts";
import type { ExchangeBody, Header } from "#src/core/requests/exchange.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestBody } from "./request-body.tsx";

export type RequestPartProps = {
  name: "sent" | "received";
  headers: readonly Header[];
  body: ExchangeBody;
};

/** What was sent, or what came: headers and body. */
export function RequestPart({ name, headers, body }: RequestPartProps) {
  const t = useT();
  const locale = useLocale();
  const type = headers.find(([header]) => header.toLowerCase() === "content-type")?.[1] ?? "";
  return (
    <section className="mt-5">
      <h4 className="mb-1 flex items-baseline gap-2 font-medium">
        {t(`requests.${name}`)}
        <span className="facts">{formatBytes(body.bytes, locale)}</span>
      </h4>
      {headers.length > 0 ? (
        <table className="mb-2 w-full text-start font-mono text-facts" dir="ltr">
          <caption className="sr-only">{t(`requests.${name}Headers`)}</caption>
          <tbody>
            {headers.map(([header, value]) => (
              <tr key={header} className="align-top">
                <th scope="row" className="pe-3 text-start font-normal whitespace-nowrap text-muted">
                  {header}
                </th>
                <td className="w-full wrap-anywhere">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="facts mb-2">{t("requests.noHeaders")}</p>
      )}
      <RequestBody label={t(`requests.${name}Body`)} body={body} type={type} />
    </section>
  );
}

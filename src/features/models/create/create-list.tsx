import { useCreates } from "#src/state/creates.ts";
import { useServer } from "#src/state/server.ts";
import { useT } from "#src/ui/i18n.tsx";
import { CreateRow } from "./create-row.tsx";

/** The models that this page makes or made on the server in use, the latest first. */
export function CreateList() {
  const t = useT();
  const server = useServer((state) => state.url);
  const creates = useCreates((state) => state.creates);
  const shown = [...creates.values()].filter((view) => view.server === server);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("create.making")} className="flex flex-col-reverse gap-4">
      {shown.map((view) => (
        <li key={view.key}>
          <CreateRow view={view} />
        </li>
      ))}
    </ul>
  );
}

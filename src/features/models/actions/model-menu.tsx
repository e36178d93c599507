import { Ellipsis } from "lucide-react";
import type { Model } from "#src/core/models/model.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Menu } from "#src/ui/menu.tsx";
import { ModelMenuItems } from "./model-menu-items.tsx";

/** What can be done with a model, wherever it is shown. */
export function ModelMenu({ model }: { model: Model }) {
  const t = useT();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("actions.options", { name: model.name })} data-model-menu={model.name}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <ModelMenuItems model={model} />
    </Menu>
  );
}

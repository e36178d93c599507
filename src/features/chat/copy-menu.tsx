import { ChevronDown, FileText, Hash, Type } from "lucide-react";
import { notify } from "#src/state/notices.ts";
import { IconButton } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { copyRich } from "#src/ui/clipboard-rich.ts";
import { useT } from "#src/ui/i18n.tsx";
import { Menu, MenuItem } from "#src/ui/menu.tsx";

const forms = () => import("./copy-forms.ts");

async function copyPlainly(markdown: string): Promise<boolean> {
  const { formsOf } = await forms();
  return copyText(formsOf(markdown).text);
}

async function copy(kind: "markdown" | "plain" | "rich", markdown: string): Promise<void> {
  if (kind === "rich") {
    const content = forms().then(({ formsOf }) => formsOf(markdown));
    if (await copyRich(content)) {
      notify({ text: "chat.copied" });
      return;
    }
  }
  const isCopied = await (kind === "markdown" ? copyText(markdown) : copyPlainly(markdown));
  if (!isCopied) notify({ text: "chat.copyFailed" });
  else notify({ text: kind === "rich" ? "chat.copiedWithoutLooks" : "chat.copied" });
}

/** The other ways to copy a reply. `text` is asked for when it is copied: the reply may still grow. */
export function CopyMenu({ text }: { text: () => string }) {
  const t = useT();
  return (
    <Menu
      trigger={
        <IconButton
          label={t("chat.copyMore")}
          className="-ms-1.5 w-5 pointer-coarse:ms-0 pointer-coarse:w-11 [&_svg]:size-3"
        >
          <ChevronDown aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Hash aria-hidden />} onSelect={() => void copy("markdown", text())}>
        {t("chat.copyMarkdown")}
      </MenuItem>
      <MenuItem icon={<FileText aria-hidden />} onSelect={() => void copy("plain", text())}>
        {t("chat.copyPlain")}
      </MenuItem>
      <MenuItem icon={<Type aria-hidden />} onSelect={() => void copy("rich", text())}>
        {t("chat.copyRich")}
      </MenuItem>
    </Menu>
  );
}

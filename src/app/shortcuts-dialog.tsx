import { Dialog } from "#src/ui/dialog.tsx";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { type Command, commands } from "./commands.ts";

/** Keys of the composer, which it handles itself. */
const composerKeys: readonly { readonly label: MessageKey; readonly keys: string }[] = [
  { label: "chat.send", keys: "Enter" },
  { label: "app.command.newLine", keys: "Shift+Enter" },
  { label: "chat.stop", keys: "Esc" },
];

const mod = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** Keys of the transcript, which it handles itself. */
const readingKeys: readonly { readonly label: MessageKey; readonly keys: string }[] = [
  { label: "reading.find", keys: `${mod}+F` },
  { label: "reading.browserFind", keys: `${mod}+F+F` },
  { label: "reading.findNext", keys: "F3" },
  { label: "reading.findPrevious", keys: "Shift+F3" },
  { label: "reading.previousMessage", keys: "Alt+↑" },
  { label: "reading.nextMessage", keys: "Alt+↓" },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const rows = [
    ...composerKeys.map(({ label, keys }) => ({ label: t(label), keys })),
    ...commands.map((command) => ({ label: t(command.label), keys: keysOf(command) })),
    ...readingKeys.map(({ label, keys }) => ({ label: t(label), keys })),
  ];
  return (
    <Dialog title={t("app.shortcuts")} isOpen onOpenChange={onClose}>
      <dl className="divide-y divide-line">
        {rows.map(({ label, keys }) => (
          <div key={label + keys} className="flex items-center justify-between py-2">
            <dt>{label}</dt>
            <dd className="flex gap-1">
              {keys.split("+").map((key) => (
                <kbd
                  key={key}
                  className="facts rounded-control border border-line bg-surface px-1.5 py-0.5 font-sans"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function keysOf({ key, hasMod, hasShift }: Command): string {
  return [hasMod ? mod : "", hasShift ? "Shift" : "", key === "escape" ? "Esc" : key.toUpperCase()]
    .filter(Boolean)
    .join("+");
}

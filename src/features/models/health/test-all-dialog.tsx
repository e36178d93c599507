import { type FormEvent, useState } from "react";
import { keepAliveOf } from "#src/core/models/keep-alive.ts";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { testModels } from "#src/state/health.ts";
import { repeatTests } from "#src/state/health-repeat.ts";
import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { minutesOf } from "./minutes.ts";
import { taskOf } from "./task-of.ts";

export type TestAllDialogProps = { server: string; models: readonly Model[]; onClose: () => void };

/** Says what a test of all models does before it is done, and how it shall be done. */
export function TestAllDialog({ server, models, onClose }: TestAllDialogProps) {
  const t = useT();
  const [withRemote, setWithRemote] = useState(false);
  const [keepAlive, setKeepAlive] = useState("");
  const [minutes, setMinutes] = useState("");
  const [isChecked, setChecked] = useState(false);
  const remote = models.filter(isRemote);
  const tested = withRemote ? models : models.filter((model) => !isRemote(model));
  const stays = keepAliveOf(keepAlive);
  const every = minutesOf(minutes);

  function begin(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (stays === null || every === null || tested.length === 0) return;
    const tasks = tested.map((model) => taskOf(server, model, stays));
    if (every === undefined) void testModels(tasks);
    else repeatTests(every, () => tasks);
    onClose();
  }

  return (
    <Dialog title={t("health.testAll")} description={t("health.allAbout")} isOpen onOpenChange={onClose}>
      <form noValidate onSubmit={begin} className="flex flex-col gap-4">
        <ul className="list-disc ps-5">
          <li>{t("health.allCount", { count: tested.length })}</li>
          <li>{t("health.allEvicts")}</li>
        </ul>
        {remote.length === 0 ? null : (
          <label className="flex items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={withRemote}
              onChange={(event) => setWithRemote(event.target.checked)}
            />
            {t("health.withRemote", { count: remote.length })}
          </label>
        )}
        <Field
          label={t("health.keepAlive")}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("embeddings.keepAliveServer")}
          value={keepAlive}
          onChange={(event) => setKeepAlive(event.target.value)}
          hint={t("embeddings.keepAliveHint")}
          error={isChecked && stays === null ? t("embeddings.fault.keepAlive") : undefined}
        />
        <Field
          label={t("health.repeat")}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t("health.once")}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
          hint={t("health.repeatHint")}
          error={isChecked && every === null ? t("health.fault.minutes") : undefined}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" aria-disabled={tested.length === 0}>
            {t("health.begin")}
          </Button>
          <Button onClick={onClose}>{t("health.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

import { ImagePlus, X } from "lucide-react";
import { useRef, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { unusedFields } from "#src/core/playground/completion-request.ts";
import { changeCompletionForm, completionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { readImages } from "./read-images.ts";
import { Section } from "./section.tsx";
import type { CompletionModel } from "./use-completion-model.ts";

/** Pictures that go with the prompt. */
export function ImageSection({ model }: { model: CompletionModel }) {
  const t = useT();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const images = useCompletionForm((form) => form.images);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const unused = unusedFields(false, model.capabilities).images;

  async function add(files: readonly File[]) {
    const read = await readImages(files);
    setRefused(read.refused);
    changeCompletionForm({ images: [...completionForm().images, ...read.images] });
  }

  return (
    <Section title={t("completion.images")} note={images.length === 0 ? undefined : String(images.length)}>
      <div className="flex flex-col items-start gap-2">
        <Button disabled={unused !== undefined} onClick={() => input.current?.click()}>
          <ImagePlus aria-hidden className="size-4" />
          {t("completion.imagesAdd")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept="image/*"
          aria-label={t("completion.images")}
          className="hidden"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            void add(files);
          }}
        />
        <p className="facts">
          {unused ? t(`completion.unused.${unused}`, { model: model.name }) : t("completion.imagesHint")}
        </p>
        {refused.length > 0 ? (
          <p role="alert" className="facts text-bad wrap-anywhere">
            {t("completion.imageFault", { names: refused.join(", ") })}
          </p>
        ) : null}
      </div>
      {images.length === 0 ? null : (
        <ul className="flex flex-col gap-1">
          {images.map((image, index) => (
            // Two images may be the same.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="flex items-center gap-2">
              <img
                src={`data:image;base64,${image.base64}`}
                alt=""
                className="size-10 shrink-0 rounded-control border border-line object-cover"
              />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {image.name}
              </span>
              <span className="facts">{formatBytes(image.size, locale)}</span>
              <IconButton
                label={t("completion.imageRemove", { name: image.name })}
                onClick={() => changeCompletionForm({ images: images.filter((other) => other !== image) })}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

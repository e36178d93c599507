import { useEffect, useRef, useState } from "react";
import type { StreamSeen } from "#src/core/connection/probes-stream.ts";
import { type StreamModel, streamModels, type StreamResult, testStream } from "#src/state/doctor-stream.ts";
import { Button } from "#src/ui/button.tsx";
import { formatDuration } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { ProxyGuide } from "./doctor-proxy-guide.tsx";

/** Whether something on the way keeps streams back: a model writes a little when the user says so, for nothing is loaded unasked. */
export function StreamTest({ url }: { url: string }) {
  const t = useT();
  const [models, setModels] = useState<readonly StreamModel[]>();
  const [name, setName] = useState("");
  const [result, setResult] = useState<StreamResult | "running">();
  const run = useRef<AbortController>(undefined);
  useEffect(() => () => run.current?.abort(), []);

  async function unfold(isOpen: boolean) {
    if (!isOpen) return;
    const found = await streamModels(url);
    if ("kind" in found) return setResult({ kind: "failed", error: found });
    if (!models) setResult(undefined);
    setModels(found);
    setName((before) => found.find((model) => model.name === before)?.name ?? found[0]?.name ?? "");
  }

  async function start() {
    const abort = new AbortController();
    run.current = abort;
    setResult("running");
    const ended = await testStream(url, name, abort.signal);
    if (run.current === abort) setResult(ended);
  }

  const isCold = models?.some((model) => model.name === name && !model.isInMemory) ?? false;
  return (
    <details onToggle={(event) => void unfold(event.currentTarget.open)}>
      <summary className="min-h-8 content-center pointer-coarse:min-h-11">{t("doctor.stream")}</summary>
      <div className="mt-1 mb-2 flex flex-col gap-2">
        <p>{t("doctor.streamAbout")}</p>
        {models?.length === 0 ? <p>{t("doctor.streamNone")}</p> : null}
        {models && models.length > 0 ? (
          <div className="flex flex-wrap gap-2">
            <select
              aria-label={t("doctor.streamModel")}
              className="min-h-8 min-w-0 flex-1 rounded-control border border-line bg-page px-2 pointer-coarse:min-h-11"
              value={name}
              onChange={(event) => setName(event.target.value)}
            >
              {models.map((model) => (
                <option key={model.name} value={model.name}>
                  {model.isInMemory ? t("doctor.streamInMemory", { model: model.name }) : model.name}
                </option>
              ))}
            </select>
            {result === "running" ? (
              <Button onClick={() => run.current?.abort()}>{t("doctor.streamStop")}</Button>
            ) : (
              <Button onClick={() => void start()}>{t("doctor.streamStart")}</Button>
            )}
          </div>
        ) : null}
        {isCold ? <p className="facts">{t("doctor.streamCold", { model: name })}</p> : null}
        <Result result={result} model={name} url={url} />
      </div>
    </details>
  );
}

function Result({
  result,
  model,
  url,
}: {
  result: StreamResult | "running" | undefined;
  model: string;
  url: string;
}) {
  const t = useT();
  if (result === "running") return <p role="status">{t("doctor.streamRunning", { model })}</p>;
  if (result === undefined || result.kind === "stopped") return null;
  if (result.kind === "failed") return <RequestFailure error={result.error} asked={{ model, server: url }} />;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium" role="status">
        {t(`doctor.verdict.${result.verdict}`)}
      </p>
      <Measured seen={result.seen} />
      {result.verdict === "buffered" ? (
        <>
          <p>{t("doctor.streamCure")}</p>
          <ProxyGuide need="stream" />
        </>
      ) : null}
    </div>
  );
}

function Measured({ seen: { arrivals, tokens, writingMs } }: { seen: StreamSeen }) {
  const t = useT();
  const locale = useLocale();
  const spread = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
  const values = {
    tokens,
    chunks: arrivals.length,
    writing: formatDuration(writingMs, locale),
    spread: formatDuration(spread, locale),
  };
  return <p className="facts">{t("doctor.streamMeasured", values)}</p>;
}

import { Copy, RotateCw, Square } from "lucide-react";
import { useState } from "react";
import { codeLanguages, type CodeLanguage, exchangeCode } from "#src/core/requests/exchange-code.ts";
import { changesServer } from "#src/core/requests/exchange-kind.ts";
import { type Exchange, isOver } from "#src/core/requests/exchange.ts";
import { obstacleOf } from "#src/core/requests/obstacle.ts";
import { canStop, replay, stopReplay } from "#src/state/requests.ts";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ReplayQuestion } from "./replay-question.tsx";

/** What can be done with a request: taken elsewhere as a program, or sent again. */
export function RequestActions({ exchange, onOpen }: { exchange: Exchange; onOpen: (id: number) => void }) {
  const t = useT();
  const [said, setSaid] = useState("");
  const [isAsking, setAsking] = useState(false);
  const obstacle = obstacleOf(exchange);
  const canCopy = obstacle === undefined || obstacle === "masked";

  async function copy(language: CodeLanguage) {
    const isCopied = await copyText(exchangeCode(language, exchange, window.location.origin));
    setSaid(
      isCopied
        ? t("requests.copied", { language: t(`requests.language.${language}`) })
        : t("requests.copyFailed"),
    );
  }

  function sendAgain() {
    setAsking(false);
    const id = replay(exchange);
    if (id !== undefined) onOpen(id);
  }

  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-center gap-1.5">
        {canCopy
          ? codeLanguages.map((language) => (
              <Button key={language} onClick={() => void copy(language)}>
                <Copy aria-hidden className="size-4" />
                {t("requests.copyAs", { language: t(`requests.language.${language}`) })}
              </Button>
            ))
          : null}
        {obstacle === undefined ? (
          <Button
            onClick={() => (changesServer(exchange.method, exchange.path) ? setAsking(true) : sendAgain())}
          >
            <RotateCw aria-hidden className="size-4" />
            {t("requests.replay")}
          </Button>
        ) : null}
        {canStop(exchange.id) && !isOver(exchange) ? (
          <Button onClick={() => stopReplay(exchange.id)}>
            <Square aria-hidden className="size-4" />
            {t("requests.stop")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="facts mt-1 empty:mt-0">
        {said}
      </p>
      {obstacle ? <p className="text-muted">{t(`requests.obstacle.${obstacle}`)}</p> : null}
      {isAsking ? (
        <ReplayQuestion exchange={exchange} onConfirm={sendAgain} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  );
}

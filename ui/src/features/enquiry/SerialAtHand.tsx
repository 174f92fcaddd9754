// What is known of a serial while the customer is still on the phone: whether it is here, was sold, is covered, came
// before, and the newest firmware and documents of its model.

import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import type { ModelCard } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Status } from "../../kit/Status";
import { useDebounced } from "../../kit/useDebounced";
import { Code } from "../../trade/words";
import css from "./Enquiry.module.css";

const LOOK_AFTER_MS = 150;
const SHORTEST = 4;

export function SerialAtHand(props: { serial: string; model: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const serial = useDebounced(props.serial.trim(), LOOK_AFTER_MS);
  const isLong = serial.length >= SHORTEST;
  const found = useLiveRead("scan_resolve", { text: serial }, isLong).data;
  const unit = isLong && found?.kind === "unit" ? found : null;
  const model = props.model.trim() || unit?.sale?.model || unit?.tickets[0]?.model || unit?.fits_model || "";
  const card = useLiveRead("model_get", { model }, model !== "").data ?? null;
  if (unit === null && card === null) return null;
  const open = unit?.open ?? null;
  return (
    <div className={css["hand"]} role="status">
      {open !== null && (
        <>
          <Status icon="warning" tone="over">
            {t("at-hand-open", { rma: open.rma })}
          </Status>
          <Button kind="quiet" onPress={() => void navigate({ to: "/tickets/$id", params: { id: open.id } })}>
            {t("at-hand-open-show", { rma: open.rma })}
          </Button>
        </>
      )}
      {unit !== null && (
        <>
          <span>
            {unit.sale === null
              ? t("at-hand-unsold")
              : t("at-hand-sold", { date: unit.sale.voucher_date ?? unit.sale.contract_date ?? "—", model: unit.sale.model })}
          </span>
          <Cover serial={unit.serial} />
          <span>{t("at-hand-earlier", { count: unit.tickets.length })}</span>
          {unit.look_alikes.map((other) => (
            <Status key={other.serial} icon="half" tone="due">
              {t("at-hand-look-alike", { serial: other.serial })}
            </Status>
          ))}
        </>
      )}
      {card !== null && <OfModel card={card} />}
    </div>
  );
}

function Cover(props: { serial: string }) {
  const { t } = useWords();
  const unit = useLiveRead("unit_cover", { serial: props.serial, as_of: null }).data?.unit;
  if (unit === undefined) return null;
  if (unit.last === null) return <span>{t("at-hand-cover-unknown")}</span>;
  const { date } = unit.last;
  return unit.is_covered === true ? (
    <Status icon="full" tone="ok">
      {t("at-hand-cover", { date })}
    </Status>
  ) : (
    <Status icon="empty" tone="plain">
      {t("at-hand-cover-over", { date })}
    </Status>
  );
}

/** An address of a document is text, never opened in here. */
function OfModel(props: { card: ModelCard }) {
  const { t } = useWords();
  const { firmware, documents } = props.card.model;
  return (
    <>
      {firmware !== "" && <span>{t("at-hand-firmware", { firmware })}</span>}
      {documents.length > 0 && (
        <span>
          {t("at-hand-documents")}:{" "}
          {documents.map((document) => (
            <span key={document.target}>
              {document.title} <Code>{document.target}</Code>{" "}
            </span>
          ))}
        </span>
      )}
    </>
  );
}

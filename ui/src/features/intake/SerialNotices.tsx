// What the serial turned out to be: already here, easily confused with another, or an old acquaintance.

import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { Check, Conflict } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Notice } from "../../kit/Notice";
import { conflictText } from "../../trade/conflict";
import { RepeatNotice } from "../../trade/RepeatNotice";
import { LookAlikeCode } from "../../trade/LookAlikeCode";

export function SerialNotices(props: { check: Check; onTakeSerial: (serial: string) => void }) {
  const { check } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const serial = check.serial ?? "";
  const { open } = check;
  return (
    <>
      {open !== null && (
        <Notice
          tone="over"
          isAlert
          title={t("duplicate-title", { rma: open.rma })}
          actions={
            <Button kind="primary" onPress={() => void navigate({ to: "/tickets/$id", params: { id: open.id } })}>
              {t("duplicate-open", { rma: open.rma })}
            </Button>
          }
        >
          {t("duplicate-explain")}
        </Notice>
      )}
      {check.look_alikes.length > 0 && (
        <Notice
          tone="due"
          title={t("look-alikes-title")}
          actions={check.look_alikes.map((other) => (
            <Button
              key={other.serial}
              label={t("look-alike-take", { serial: other.serial })}
              onPress={() => props.onTakeSerial(other.serial)}
            >
              <LookAlikeCode code={other.serial} other={serial} /> {other.model}
            </Button>
          ))}
        >
          {t("look-alikes-explain", { serial })}
        </Notice>
      )}
      <RepeatNotice repeats={check.repeats} />
      {check.loan !== null && (
        <Notice tone="info" title={t("intake-ours", { kind: t(`loan_kind-${check.loan.kind}`) })} />
      )}
      {open === null && check.earlier_tickets > 0 && (
        <Notice
          tone="info"
          title={t("earlier-tickets", { count: check.earlier_tickets })}
          actions={
            <Button onPress={() => void navigate({ to: "/units/$serial", params: { serial } })}>
              {t("open-unit-life")}
            </Button>
          }
        />
      )}
    </>
  );
}

/** What contradicts the register or itself: it will be recorded, and it is no reason to refuse. */
export function Conflicts(props: { conflicts: readonly Conflict[] }) {
  const words = useWords();
  const shown = props.conflicts.filter((conflict) => conflict.kind !== "claim_date_from_receipt");
  if (shown.length === 0) return null;
  return (
    <Notice tone="due" title={words.t("conflicts-title")}>
      <ul>
        {shown.map((conflict) => {
          const text = conflictText(words, conflict);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </Notice>
  );
}

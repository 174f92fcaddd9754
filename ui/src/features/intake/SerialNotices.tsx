// What the serial turned out to be: already here, easily confused with another, or an old acquaintance.

import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { Check, Conflict, IntakeDraft } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";
import { conflictText } from "../../trade/conflict";
import { RepeatNotice } from "../../trade/RepeatNotice";
import { LookAlikeCode } from "../../trade/LookAlikeCode";
import { fillFromEnquiry } from "./draft";

export function SerialNotices(props: {
  check: Check;
  draft: IntakeDraft;
  onTakeSerial: (serial: string) => void;
  onFill: (edit: (draft: IntakeDraft) => IntakeDraft) => void;
}) {
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
      <AskedAbout check={check} draft={props.draft} onFill={props.onFill} />
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

/** The customer told us before: what nobody typed yet can be taken from there. */
function AskedAbout(props: { check: Check; draft: IntakeDraft; onFill: (edit: (draft: IntakeDraft) => IntakeDraft) => void }) {
  const { t, times } = useWords();
  const navigate = useNavigate();
  const { asked } = props.check;
  const adds = asked !== null && JSON.stringify(fillFromEnquiry(props.draft, asked.draft)) !== JSON.stringify(props.draft);
  const fill = () => {
    if (asked !== null) props.onFill((now) => fillFromEnquiry(now, asked.draft));
  };
  useKeys(adds ? [{ id: "fill-from-enquiry", keys: "Alt+F", label: t("asked-about-fill"), scope: "screen", run: fill }] : []);
  if (asked === null) return null;
  return (
    <Notice
      tone="info"
      title={t("asked-about", { at: times.instant(asked.received_at), way: t(`way-${asked.way}`), name: asked.draft.customer.name })}
      actions={
        <>
          {adds && (
            <Button keys="Alt+F" onPress={fill}>
              {t("asked-about-fill")}
            </Button>
          )}
          <Button onPress={() => void navigate({ to: "/enquiries/$id", params: { id: asked.enquiry } })}>{t("asked-about-open")}</Button>
        </>
      }
    >
      {adds ? t("asked-about-explain") : t("asked-about-filled")}
    </Notice>
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

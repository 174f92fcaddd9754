// The form of the counter: what was brought, by whom, when, with what. It shows and reports; saving is the
// session's, deciding the back end's.

import { useRef, type ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Owner, Station } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Disclosure } from "../../kit/Disclosure";
import { focusField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Attachments } from "../../trade/Attachments";
import { known } from "../../trade/facts";
import { diagnosedOf } from "../../trade/FindingsFact";
import { LabelPhoto } from "../../trade/LabelPhoto";
import { partyRoles } from "../../trade/parties";
import { Accessories, accessoriesOf, Evidence, usualOf } from "./Checklists";
import { ArrivalFields } from "./Arrival";
import { ContractTerms, Diagnosis } from "./Diagnosis";
import { withoutSerial } from "./draft";
import { CustomerFields, FaultFields, MoreFields, PurchaseFields, UnitFields } from "./Fields";
import css from "./Intake.module.css";
import { PartyFields } from "./Parties";
import type { FormView } from "./view";

export function IntakeForm(props: {
  view: FormView;
  station: Station;
  /** The serial was typed to its end. */
  onSerial: () => void;
  onSerialScanned: () => void;
  /** What the serial turned out to be: shown under the unit. */
  notices?: ReactNode;
  photos: { owner: Owner | null; onNeedOwner: () => Promise<Owner | null> } | null;
}) {
  const { view, station } = props;
  const { t } = useWords();
  const { draft } = view;
  const { change } = view;
  const form = useRef<HTMLDivElement>(null);
  const setUnread = () => {
    change(withoutSerial);
    // The field of the serial goes, and the hands with it.
    if (form.current !== null) focusField(form.current, "model");
  };
  const setAllWell = () =>
    change((now) => ({
      ...now,
      // A label without a readable serial is not as it should be.
      label: now.label ?? (now.no_serial ? null : "intact"),
      accessories: accessoriesOf(now, usualOf(view, station)).map((one) =>
        one.state === "not_checked" ? { ...one, state: "present" } : one,
      ),
    }));
  useKeys([
    { id: "all-well", keys: "F4", label: t("all-as-it-should-be"), scope: "screen", run: setAllWell },
    { id: "no-serial", keys: "Alt+N", label: t("no-serial"), scope: "screen", run: setUnread },
  ]);
  const named = partyRoles.filter((role) => draft.parties[role] !== null).length;
  const contractSaid =
    known(draft.facts.contract) === null ? (view.sourceOf("contract") ?? t("contract-unseen")) : t("contract-seen");
  const more = [draft.customer.company, draft.customer.email, draft.customer.address, draft.condition, draft.remote_attempts];
  return (
    <div ref={form} className={css["form"]}>
      <UnitFields
        view={view}
        onSerial={props.onSerial}
        onSerialScanned={props.onSerialScanned}
      />
      {view.check?.asks_label_photo === true && props.photos !== null && <LabelPhoto {...props.photos} />}
      {props.notices}
      <div className={css["keys"]}>
        <Button keys="F4" onPress={setAllWell}>
          {t("all-as-it-should-be")}
        </Button>{" "}
        {!draft.no_serial && (
          <Button keys="Alt+N" onPress={setUnread}>
            {t("no-serial")}
          </Button>
        )}
      </div>
      <ArrivalFields view={view} />
      <PurchaseFields view={view} />
      <CustomerFields view={view} />
      <Disclosure title={t("section-parties")} summary={t("parties-summary", { count: named })} isOpen={named > 0}>
        <PartyFields view={view} />
      </Disclosure>
      <FaultFields view={view} />
      <Evidence view={view} withPaper />
      <Accessories view={view} station={station} />
      <div>
        <Disclosure title={t("section-more")} summary={t("filled-of", { filled: more.filter((text) => text !== "").length, all: more.length })}>
          <MoreFields view={view} />
        </Disclosure>
        {props.photos !== null && (
          <Disclosure title={t("section-photos")} summary={t("photos-summary")} isOpen>
            <Attachments {...props.photos} />
          </Disclosure>
        )}
        <Disclosure title={t("section-diagnosis")} summary={t(`diagnosed-${diagnosedOf(draft.facts)}`)}>
          <Diagnosis view={view} />
        </Disclosure>
        <Disclosure title={t("section-contract")} summary={contractSaid}>
          <ContractTerms view={view} />
        </Disclosure>
      </div>
    </div>
  );
}

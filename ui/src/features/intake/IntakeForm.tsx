// The form of the counter: what was brought, by whom, when, with what. It shows and reports; saving is the
// session's, deciding the back end's.

import type { ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { Owner, Station } from "../../ipc/types.generated";
import { Disclosure } from "../../kit/Disclosure";
import { known } from "../../trade/facts";
import { diagnosedOf } from "../../trade/FindingsFact";
import { Accessories, Evidence } from "./Checklists";
import { ContractTerms, Diagnosis } from "./Diagnosis";
import { CustomerFields, FaultFields, MoreFields, PurchaseFields, UnitFields } from "./Fields";
import css from "./Intake.module.css";
import { Photos } from "./Photos";
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
  const more = [draft.customer.email, draft.customer.address, draft.condition, draft.remote_attempts];
  return (
    <div className={css["form"]}>
      <UnitFields
        view={view}
        onSerial={props.onSerial}
        onSerialScanned={props.onSerialScanned}
      />
      {props.notices}
      <PurchaseFields view={view} />
      <CustomerFields view={view} />
      <FaultFields view={view} />
      <Evidence view={view} withPaper />
      <Accessories view={view} station={station} />
      <div>
        <Disclosure title={t("section-more")} summary={t("filled-of", { filled: more.filter((text) => text !== "").length, all: more.length })}>
          <MoreFields view={view} />
        </Disclosure>
        {props.photos !== null && (
          <Disclosure title={t("section-photos")} summary={t("photos-summary")} isOpen>
            <Photos {...props.photos} />
          </Disclosure>
        )}
        <Disclosure title={t("section-diagnosis")} summary={t(`diagnosed-${diagnosedOf(draft.facts)}`)}>
          <Diagnosis view={view} />
        </Disclosure>
        <Disclosure title={t("section-contract")} summary={t(known(draft.facts.contract) === null ? "contract-unseen" : "contract-seen")}>
          <ContractTerms view={view} />
        </Disclosure>
      </div>
    </div>
  );
}

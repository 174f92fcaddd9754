// Who else is concerned besides the sender. Folded away: on most days nobody is. People on record are found by the last
// four digits of their phone number.

import { useWords } from "../../i18n/i18n";
import type { Customer } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { FoundPeople } from "../../trade/FoundPeople";
import { nobody } from "../../trade/nobody";
import { partyRoles, type PartyRole } from "../../trade/parties";
import css from "./Intake.module.css";
import type { FormView } from "./view";

export function PartyFields(props: { view: FormView }) {
  const { t } = useWords();
  const { draft, change } = props.view;
  return partyRoles.map((role) => {
    const party = draft.parties[role];
    const put = (customer: Customer | null) =>
      change((now) => ({ ...now, parties: { ...now.parties, [role]: customer } }));
    return (
      <div key={role} className={css["row"]}>
        {party === null ? (
          <div className={css["c8"]}>
            {t(`party-${role}`)}: {t("party-same")}{" "}
            <Button kind="quiet" label={`${t(`party-${role}`)}: ${t("party-add")}`} onPress={() => put(nobody)}>
              {t("party-add")}
            </Button>
          </div>
        ) : (
          <Party view={props.view} role={role} party={party} onPut={put} />
        )}
      </div>
    );
  });
}

function Party(props: { view: FormView; role: PartyRole; party: Customer; onPut: (party: Customer | null) => void }) {
  const { role, party, onPut, view } = props;
  const { t } = useWords();
  const of = (field: string) => t("party-field", { role: t(`party-${role}`), field });
  return (
    <>
      <TextField
        {...view.around(`parties.${role}.phone`)}
        className={css["c3"]}
        label={of(t("field-customer-phone"))}
        value={party.phone}
        onChange={(phone) => onPut({ ...party, phone })}
        note={t("customer-find-hint")}
        inputMode="tel"
        isRequired
      />
      <TextField
        {...view.around(`parties.${role}.name`)}
        className={css["c3"]}
        label={of(t("field-customer-name"))}
        value={party.name}
        onChange={(name) => onPut({ ...party, name })}
        isRequired
      />
      <TextField
        {...view.around(`parties.${role}.company`)}
        className={css["c3"]}
        label={of(t("field-customer-company"))}
        value={party.company}
        onChange={(company) => onPut({ ...party, company })}
      />
      <TextField
        {...view.around(`parties.${role}.address`)}
        className={css["c3"]}
        label={of(t("field-customer-address"))}
        value={party.address}
        onChange={(address) => onPut({ ...party, address })}
      />
      <Button kind="quiet" label={`${t(`party-${role}`)}: ${t("party-remove")}`} onPress={() => onPut(null)}>
        {t("party-remove")}
      </Button>
      {party.name === "" && <FoundPeople className={css["c8"]} phone={party.phone} onTake={onPut} />}
    </>
  );
}

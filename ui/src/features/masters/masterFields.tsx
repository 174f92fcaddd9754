// What a master says, field by field, in words. Addresses of documents are text: nothing of them is opened here.

import type { Catalogue } from "../../i18n/catalogue";
import type { Charge, Dealer, Loan, MasterRow } from "../../ipc/types.generated";
import { contractFields } from "../../trade/contractFields";
import { money } from "../../trade/money";
import { modelFields, yesOrNo, type Field } from "../../trade/modelFields";
import { Code } from "../../trade/words";

/** Every field a master states; what it leaves open is left out. */
export function fieldsOf(words: Catalogue, { master }: Pick<MasterRow, "master">): Field[] {
  switch (master.kind) {
    case "model":
      return stated(modelFields(words, master.entry));
    case "dealer":
      return stated(dealerFields(words, master.entry));
    case "contract":
      return stated(contractFields(words, master.entry));
    case "charge":
      return stated(chargeFields(words, master.entry));
    case "loan":
      return stated(loanFields(words, master.entry));
  }
}

function stated(fields: readonly Field[]): Field[] {
  return fields.filter(([, value]) => value !== null && value !== "" && value !== undefined);
}

function dealerFields({ t }: Catalogue, dealer: Dealer): Field[] {
  return [
    ["dealer_code", <Code key="code">{dealer.code}</Code>],
    ["dealer", dealer.name],
    ["authorised_from", dealer.authorised_from],
    ["authorised_to", dealer.authorised_to],
    ["standing_consent", yesOrNo(t, dealer.standing_consent)],
    ["consent_from", dealer.consent_from],
    ["terms", dealer.terms],
    ["contact", dealer.contact],
  ];
}

function chargeFields(words: Catalogue, charge: Charge): Field[] {
  const { t } = words;
  return [
    ["code", <Code key="code">{charge.code}</Code>],
    ["version", charge.version],
    ["effective_on", charge.effective_on],
    ["name_zh", charge.name_zh],
    ["name_en", charge.name_en],
    ["kind", t(`charge_kind-${charge.kind}`)],
    ["product_class", charge.product_class === null ? null : t(`product_class-${charge.product_class}`)],
    ["model", charge.model],
    ["amount", money(words, charge.amount_minor, charge.currency)],
  ];
}

function loanFields({ t }: Catalogue, loan: Loan): Field[] {
  return [
    ["serial", <Code key="serial">{loan.serial}</Code>],
    ["model", loan.model],
    ["kind", t(`loan_kind-${loan.kind}`)],
    ["with", loan.with],
    ["since", loan.since],
    ["until", loan.until],
  ];
}

import type { Catalogue } from "../i18n/catalogue";
import type { Conflict } from "../ipc/types.generated";
import { fieldLabel } from "./fieldLabel";

/** Two statements that cannot both be true, in words. */
export function conflictText(words: Catalogue, conflict: Conflict): string {
  const { t } = words;
  switch (conflict.kind) {
    case "register":
      return t("conflict-register", {
        field: fieldLabel(words, conflict.field),
        register: valueText(words, conflict.field, conflict.register),
        intake: valueText(words, conflict.field, conflict.intake),
      });
    case "facts":
      return t("conflict-facts", {
        field: fieldLabel(words, conflict.field),
        facts: valueText(words, conflict.field, conflict.facts),
        intake: valueText(words, conflict.field, conflict.intake),
      });
    case "date_order":
      return t("conflict-date_order", {
        earlier: fieldLabel(words, conflict.earlier),
        later: fieldLabel(words, conflict.later),
      });
    case "consignment":
      return t("conflict-consignment", { consignment: conflict.consignment, intake: conflict.intake });
    case "master":
      return t("conflict-master", {
        field: fieldLabel(words, conflict.field),
        by: conflict.by,
        says: valueText(words, conflict.field, conflict.says),
        intake: valueText(words, conflict.field, conflict.intake),
      });
    case "dealer_not_authorised":
      return t("conflict-dealer_not_authorised", { dealer: conflict.dealer, on: conflict.on });
    case "serial_pattern":
      return t("conflict-serial_pattern", { model: conflict.model, pattern: conflict.pattern });
    case "contracts":
      return t("conflict-contracts", { numbers: conflict.numbers.join(t("list-separator")) });
    case "own_unit_sold":
      return conflict.on === null ? t("conflict-own_unit_sold") : t("conflict-own_unit_sold-on", { on: conflict.on });
    case "claim_date_from_receipt":
      return t("conflict-claim_date_from_receipt");
  }
}

function valueText({ say }: Catalogue, field: string, value: string): string {
  return say(`${field}-${value}`, {}, value);
}

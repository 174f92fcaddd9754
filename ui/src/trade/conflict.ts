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
    case "claim_date_from_receipt":
      return t("conflict-claim_date_from_receipt");
  }
}

function valueText({ say }: Catalogue, field: string, value: string): string {
  return say(`${field}-${value}`, {}, value);
}

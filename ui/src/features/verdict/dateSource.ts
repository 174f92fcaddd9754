import type { Facts } from "../../ipc/types.generated";
import { known } from "../../trade/facts";

/** Which paper the purchase date is taken from. */
export type DateSource = "both" | "voucher" | "contract";

/** The facts with only the dates of that paper; which of two dates counts is the back end's to say. */
export function sourced(facts: Facts, source: DateSource): Facts {
  const purchase = known(facts.purchase);
  switch (source) {
    case "both":
      return facts;
    case "voucher":
      return { ...facts, purchase: { ...purchase, contract_date: null } };
    case "contract":
      return { ...facts, purchase: { ...purchase, voucher_date: null } };
  }
}

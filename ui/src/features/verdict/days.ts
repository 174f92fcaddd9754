import type { Answer, Facts, Purchase, Verdict } from "../../ipc/types.generated";

type DayName = "purchase" | "contract" | "refund" | "claim" | "exchange" | "cover";

/** The days that matter to a claim, in their order. They are shown, not compared with any period. */
export function daysThatMatter(facts: Facts, verdict: Verdict): ReadonlyArray<{ name: DayName; date: string }> {
  const purchase = group(facts.purchase);
  const days: ReadonlyArray<{ name: DayName; date: Answer<string> | null | undefined }> = [
    { name: "purchase", date: purchase?.voucher_date },
    { name: "contract", date: purchase?.contract_date === purchase?.voucher_date ? null : purchase?.contract_date },
    { name: "refund", date: verdict.remedies.refund.last_day },
    { name: "exchange", date: verdict.remedies.exchange.last_day },
    { name: "claim", date: facts.claim_date },
    { name: "cover", date: verdict.cover.last_covered_day },
  ];
  return days
    .flatMap(({ name, date }) => (date === null || date === undefined || date === "unavailable" ? [] : [{ name, date }]))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

function group(purchase: Answer<Purchase> | null | undefined): Purchase | null {
  return purchase === null || purchase === undefined || purchase === "unavailable" ? null : purchase;
}

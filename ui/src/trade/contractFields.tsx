// What a purchase contract says beside the table, field by field, in words: shown among the masters and beside a unit.

import type { Catalogue } from "../i18n/catalogue";
import type { ContractMaster } from "../ipc/types.generated";
import { yesOrNo, type Field } from "./modelFields";
import { Code } from "./words";

export function contractFields({ t }: Catalogue, contract: ContractMaster): Field[] {
  const { terms } = contract;
  const range = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from} – ${to}`);
  return [
    ["contract", <Code key="number">{contract.number}</Code>],
    ["buyer", contract.buyer],
    ["signed_on", contract.signed_on],
    ["models", contract.models.join(t("list-separator"))],
    ["serials", contract.serials.map(range).join(t("list-separator"))],
    ["sale_kind", contract.sale_kind === null ? null : t(`sale_kind-${contract.sale_kind}`)],
    ["unit_months", terms.unit_months],
    ["part_months", terms.part_months],
    ["return_days", terms.return_days],
    ["exchange_days", terms.exchange_days],
    ["period_starts_on", terms.period_starts_on],
    ["special_price_return", yesOrNo(t, terms.special_price_return)],
    ["covers_borrowed", yesOrNo(t, terms.covers_borrowed)],
    ["fee_inside_warranty", yesOrNo(t, terms.fee_inside_warranty)],
    ["price_proof", contract.price_proof],
  ];
}

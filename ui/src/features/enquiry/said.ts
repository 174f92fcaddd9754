// What is typed of an enquiry and of its units.

import type { Customer, EnquiryUnit, ProductClass, UnitSaid } from "../../ipc/types.generated";

export const unnamed: UnitSaid = { serial: "", model: "", product_class: null, symptom: "" };
export const classes: readonly ProductClass[] = ["terminal", "module", "detector"];

export function saidOf(unit: EnquiryUnit): UnitSaid {
  return { serial: unit.serial ?? "", model: unit.model, product_class: unit.product_class, symptom: unit.symptom };
}

/** Whether whoever asked can be answered, and something was asked. */
export function isAnswerable(customer: Customer, words: string): boolean {
  const isSaid = (text: string) => text.trim() !== "";
  return isSaid(customer.name) && (isSaid(customer.phone) || isSaid(customer.email)) && isSaid(words);
}

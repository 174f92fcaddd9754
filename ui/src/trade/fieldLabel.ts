import type { Catalogue } from "../i18n/catalogue";

/** The label of a field by the name it has in requests: `customer.phone` is `field-customer-phone`. */
export function fieldLabel({ say }: Catalogue, name: string): string {
  const id = name.replace(/^facts\./, "").replaceAll(".", "-");
  const last = id.slice(id.lastIndexOf("-") + 1);
  return say(`field-${id}`, {}, say(`field-${last}`, {}, name));
}

import type { Need } from "../../ipc/types.generated";

/** The field in which a missing fact is entered; null where a person decides elsewhere. */
export const fieldOfNeed: Record<Need, string | null> = {
  accessories: "accessories.0",
  authorised_source: "authorised_source",
  claim_object: "claim_object",
  consent: "return_consent",
  consumable_defect: "consumable_defect",
  contract: "contract",
  dates: "first_reported.on",
  diagnosis: "findings",
  product_class: "product_class",
  purchase_date: "purchase.voucher_date",
  purchase_proof: "documents.purchase_proof",
  review: null,
  sale_kind: "sale_kind",
  serial_label: "serial.label",
  serial_match: "serial.matches",
  warranty_certificate: "documents.warranty_certificate",
};

// Who did something, as a person reads it. A station whose people are not named writes the desk itself.

import type { Speak } from "../i18n/catalogue";

/** What a record says where nobody was named. */
const NOBODY = "desk";

export function personName(t: Speak, name: string): string {
  return name === "" || name === NOBODY ? t("timeline-nobody") : name;
}

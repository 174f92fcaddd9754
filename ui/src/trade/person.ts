// Who did something, as a person reads it. A station whose people are not named writes the desk itself.

import type { Speak } from "../i18n/catalogue";

/** What a record says where nobody was named. */
const NOBODY = "desk";
/** Who answers for the readings of a pack that ships with the program. */
const EDITORS = "pack editors";

export function personName(t: Speak, name: string): string {
  if (name === EDITORS) return t("pack-editors");
  return name === "" || name === NOBODY ? t("timeline-nobody") : name;
}

// The list of tasks, with the log of whatever the task at hand is about.

import { ContactPanel } from "../../features/contact/ContactPanel";
import { DutiesPage } from "../../features/duty/DutiesPage";

export function DutiesScreen() {
  return <DutiesPage contact={(about) => <ContactPanel key={about.id} about={about} />} />;
}

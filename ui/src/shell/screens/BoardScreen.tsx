// The overdue board, with the log of what is said about each of its work orders.

import { BoardPage } from "../../features/board/BoardPage";
import { ContactDialog } from "../../features/contact/ContactDialog";
import { useRead } from "../../ipc/ipc";
import type { About } from "../../ipc/types.generated";

export function BoardScreen() {
  return <BoardPage logOf={({ row }, close) => <Log key={row.id} about={{ kind: "ticket", id: row.id }} onClose={close} />} />;
}

function Log(props: { about: About; onClose: () => void }) {
  const said = useRead("contact_list", props.about).data;
  return said === undefined ? null : <ContactDialog about={props.about} said={said} onClose={props.onClose} />;
}

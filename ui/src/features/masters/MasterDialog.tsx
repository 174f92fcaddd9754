import { useWords } from "../../i18n/i18n";
import type { MasterRow } from "../../ipc/types.generated";
import { Dialog } from "../../kit/Dialog";
import { Facts } from "../../kit/Page";
import { Status } from "../../kit/Status";
import css from "./Masters.module.css";
import { fieldsOf } from "./masterFields";

/** All one master says, and which file said it. */
export function MasterDialog(props: { row: MasterRow; onClose: () => void }) {
  const { row } = props;
  const words = useWords();
  const { t, say, times } = words;
  const fields = fieldsOf(words, row).map(([name, value]) => [say(`master_field-${name}`, {}, name), value] as const);
  return (
    <Dialog
      title={`${t(`masters-${row.master.kind}`)} · ${row.key}`}
      closeLabel={t("masters-close")}
      onClose={props.onClose}
      size="medium"
      passesScans
    >
      <Facts items={fields} />
      <p className={css["said"]}>
        {row.ended && (
          <Status icon="dash" tone="plain">
            {t("masters-ended")}
          </Status>
        )}
        {t("masters-said", { file: row.said_by, at: times.instant(row.said_at) })} ·{" "}
        {t("masters-changed", { at: times.instant(row.changed_at) })}
      </p>
    </Dialog>
  );
}

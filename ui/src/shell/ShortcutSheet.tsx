// Every key that does something on this screen, and those that do it everywhere.

import { useWords } from "../i18n/i18n";
import { Dialog } from "../kit/Dialog";
import { Kbd } from "../kit/Kbd";
import { useKeyActions } from "../kit/keys";
import { Section } from "../kit/Page";
import css from "./ShortcutSheet.module.css";

export function ShortcutSheet(props: { onClose: () => void }) {
  const { t } = useWords();
  const actions = useKeyActions();
  const groups = [
    { title: t("shortcuts-here"), rows: actions.filter((action) => action.scope === "screen") },
    { title: t("shortcuts-everywhere"), rows: actions.filter((action) => action.scope === "everywhere") },
    {
      title: t("shortcuts-fields"),
      rows: [
        { id: "suggestion", keys: "F2", label: t("shortcut-suggestion") },
        { id: "yes", keys: "Space", label: t("shortcut-yes") },
        { id: "no", keys: "N", label: t("shortcut-no") },
        { id: "absent", keys: "A", label: t("shortcut-absent") },
        { id: "unavailable", keys: "U", label: t("shortcut-unavailable") },
        { id: "unseen", keys: "Backspace", label: t("shortcut-unseen") },
        { id: "rows", keys: "↑+↓", label: t("shortcut-rows") },
        { id: "open-row", keys: "Enter", label: t("shortcut-open-row") },
      ],
    },
  ];
  return (
    <Dialog title={t("key-shortcuts")} closeLabel={t("close")} passesScans onClose={props.onClose} size="medium">
      <div className={css["groups"]}>
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Section key={group.title} title={group.title}>
              <dl className={css["keys"]}>
                {group.rows.map((row) => (
                  <div key={row.id}>
                    <dt>
                      <Kbd keys={row.keys} />
                    </dt>
                    <dd>{row.label}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          ))}
      </div>
    </Dialog>
  );
}

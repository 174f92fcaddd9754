// A sheet of badges. Only a hash of a badge is kept, so printing one draws a new one, and the old one is nobody's: the
// dialog says so before anything is drawn. Whoever has no badge yet is ticked. Where nothing opens a PDF the sheet is shown
// here.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { Pdf, SheetTo, UserRow } from "../../ipc/types.generated";
import { Checks } from "../../kit/Checks";
import { Dialog } from "../../kit/Dialog";
import { Notice } from "../../kit/Notice";
import { useToast } from "../../kit/toasts";
import { FormDialog } from "../../trade/FormDialog";
import { PdfPages } from "../../trade/PdfPages";

export function BadgesDialog(props: { people: readonly UserRow[]; onClose: () => void }) {
  const { t } = useWords();
  const toast = useToast();
  const settings = useRead("settings_get", null).data;
  const print = useWrite("badge_print");
  const here = props.people.filter((person) => person.is_active);
  const [before] = useState(() => here.filter((person) => !person.has_badge).map((person) => person.id));
  const [users, setUsers] = useState<readonly string[]>(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [shown, setShown] = useState<Pdf | null>(null);
  if (settings === undefined) return null;
  const printer = settings.form_printer;
  const replaced = here.filter((person) => person.has_badge && users.includes(person.id));
  const request = (to: SheetTo) => ({
    users: [...users],
    language: settings.document_language,
    grid: settings.label_grid,
    start: 1,
    to,
  });
  const show = () => print.mutate(request({ kind: "nowhere" }), { onError: setFailure, onSuccess: setShown });
  const save = () =>
    print.mutate(request(printer === "" ? { kind: "viewer" } : { kind: "printer", name: printer }), {
      // Nothing was drawn for a viewer that is not there.
      onError: (refused) => (refused.code === "print_no_viewer" ? show() : setFailure(refused)),
      onSuccess: () => {
        toast({ text: printer === "" ? t("badges-opened") : t("paper-sent-to", { printer }) });
        props.onClose();
      },
    });
  if (shown !== null) {
    return (
      <Dialog title={t("badges-title")} closeLabel={t("close")} onClose={props.onClose} size="large">
        <Notice tone="due" title={t("badges-shown")}>
          {t("badges-shown-explain")}
        </Notice>
        <PdfPages pdf={shown} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t("badges-title")}
      saveLabel={t("badges-print")}
      isTouched={users !== before}
      at="users"
      why={users.length === 0 ? t("badges-nobody") : null}
      failure={failure}
      onSave={save}
      onClose={props.onClose}
    >
      <p>{t("badges-explain")}</p>
      <Checks
        name="users"
        label={t("badges-for")}
        values={users}
        options={here.map((person) => ({ value: person.id, label: `${person.name} · ${t(`role-${person.role}`)}` }))}
        onChange={setUsers}
      />
      <p role="status">
        {replaced.length > 0 &&
          t("badges-replaced", { names: replaced.map((person) => person.name).join(t("list-separator")) })}
      </p>
    </FormDialog>
  );
}

// Who works on one or several work orders.

import { useState } from "react";
import { useWords } from "../i18n/i18n";
import type { Failure } from "../ipc/failure";
import { useRead, useWrite } from "../ipc/ipc";
import type { TicketRow } from "../ipc/types.generated";
import { Empty } from "../kit/Page";
import { PickList } from "../kit/PickList";
import { useToast } from "../kit/toasts";
import { FormDialog } from "./FormDialog";

const NOBODY = "nobody";

export function AssignDialog(props: { rows: readonly TicketRow[]; onClose: () => void }) {
  const { rows, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const assign = useWrite("ticket_assign");
  const people = (useRead("user_list", null).data ?? []).filter((person) => person.is_active);
  const [only] = rows.length === 1 ? rows : [];
  const before = only === undefined ? null : (only.owner?.id ?? NOBODY);
  const [picked, setPicked] = useState<string | null>(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const owner = people.find(({ id }) => id === picked);
  const save = () =>
    assign.mutate(
      { ids: rows.map(({ id }) => id), user: owner?.id ?? null },
      {
        onError: setFailure,
        onSuccess: () => {
          toast({ text: owner === undefined ? t("work-unassigned") : t("work-assigned", { name: owner.name }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={only === undefined ? t("work-assign-many-title", { count: rows.length }) : t("work-assign-title", { rma: only.rma })}
      isTouched={false}
      at="owner"
      saveLabel={t("work-assign")}
      why={people.length === 0 ? t("work-nobody-to-assign") : null}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      {people.length === 0 ? (
        <Empty title={t("work-nobody-to-assign")} />
      ) : (
        <div data-field="owner">
          <PickList
            label={t("work-owner")}
            value={picked}
            options={[
              ...people.map((person) => ({ value: person.id, label: person.name, word: t(`role-${person.role}`) })),
              { value: NOBODY, label: t("fact-nobody"), word: "" },
            ]}
            onChange={setPicked}
          />
        </div>
      )}
    </FormDialog>
  );
}

// Adding or changing somebody: name, role, badge by scanning it, and whether they still work here.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { Role, UserRow } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { Notice } from "../../kit/Notice";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useUnsaved } from "../../trade/useUnsaved";
import css from "./Settings.module.css";

const roles: readonly Role[] = ["technician", "desk", "manager", "adjudicator", "hq"];

export function PersonDialog(props: {
  person: UserRow | null;
  /** Nobody is there yet: they should be a manager. */
  isFirst: boolean;
  onClose: () => void;
  onSaved: (saved: UserRow) => void;
}) {
  const { person, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const write = useWrite("user_save");
  const fields = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState({
    name: person?.name ?? "",
    role: person?.role ?? (props.isFirst ? "manager" : "technician"),
    isActive: person?.is_active ?? true,
  });
  const [typed, setTyped] = useState(before);
  // `null` leaves the badge as it is; empty takes it away.
  const [badge, setBadge] = useState<string | null>(null);
  const isTouched = typed !== before || badge !== null;
  const unsaved = useUnsaved({ isTouched, fields, at: "person.name", onClose });
  const isNameless = typed.name.trim() === "";

  const save = () => {
    if (isNameless) return;
    write.mutate(
      { id: person?.id ?? null, name: typed.name, role: typed.role, is_active: typed.isActive, badge },
      {
        onError: setFailure,
        onSuccess: (saved) => {
          toast({ text: t("people-saved", { name: saved.name }) });
          props.onSaved(saved);
        },
      },
    );
  };
  const hasBadge = person?.has_badge === true;
  return (
    <Dialog
      title={person === null ? t("people-add") : t("people-change", { name: person.name })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={save}
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={isNameless ? t("name-needed") : null} onPress={save}>
            {t("people-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      {failure !== null && <Notice tone="over" isAlert title={failureText(words, failure)} />}
      <div ref={fields}>
        <div className={css["pair"]}>
          <TextField
            name="person.name"
            label={t("field-name")}
            value={typed.name}
            onChange={(name) => setTyped((now) => ({ ...now, name }))}
            isRequired
            autoFocus
            maxLength={40}
          />
          <Select
            name="person.role"
            label={t("field-role")}
            value={typed.role}
            options={roles.map((role) => ({ value: role, label: t(`role-${role}`) }))}
            onChange={(role) => setTyped((now) => ({ ...now, role }))}
            placeholder={t("choose")}
          />
        </div>
        <div className={css["pair"]}>
          <TextField
            name="person.badge"
            label={t("field-badge")}
            note={badge === "" ? t("people-badge-goes") : hasBadge ? t("field-badge-kept") : t("field-badge-note")}
            value={badge ?? ""}
            onChange={(text) => setBadge(text === "" ? null : text)}
            onScan={setBadge}
            isSecret
          />
          {person !== null && (
            <Segments
              label={t("people-works-here")}
              value={typed.isActive ? "here" : "left"}
              options={[
                { value: "here", label: t("people-works-here") },
                { value: "left", label: t("people-left-since") },
              ]}
              onChange={(value) => setTyped((now) => ({ ...now, isActive: value === "here" }))}
            />
          )}
        </div>
        {hasBadge && badge === null && <Button onPress={() => setBadge("")}>{t("people-take-badge")}</Button>}
      </div>
    </Dialog>
  );
}

// Adding or changing a place: what its label carries, what people call it, and of which kind it is.

import { useRef, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { Place, PlaceKind } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { Segments } from "../../kit/Segments";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { useUnsaved } from "../../trade/useUnsaved";
import css from "./Place.module.css";

const kinds: readonly PlaceKind[] = ["shelf", "bench", "dock", "factory", "courier", "customer"];

export function PlaceDialog(props: { place: Place | null; onClose: () => void; onSaved: (place: Place) => void }) {
  const { place, onClose } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const write = useWrite("place_save");
  const fields = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before] = useState({
    code: place?.code ?? "",
    name: place?.name ?? "",
    kind: place?.kind ?? "shelf",
    isActive: place?.is_active ?? true,
  });
  const [typed, setTyped] = useState(before);
  const unsaved = useUnsaved({ isTouched: typed !== before, fields, at: "place.code", onClose });
  const missing = typed.code.trim() === "" ? t("places-code-needed") : null;
  const save = () => {
    if (missing !== null) return;
    write.mutate(
      { id: place?.id ?? null, code: typed.code, name: typed.name, kind: typed.kind, is_active: typed.isActive },
      {
        onError: setFailure,
        onSuccess: (saved) => {
          toast({ text: t("places-saved", { code: saved.place.code }) });
          props.onSaved(saved.place);
        },
      },
    );
  };
  const setCode = (code: string) => {
    setFailure(null);
    setTyped((now) => ({ ...now, code }));
  };
  return (
    <Dialog
      title={place === null ? t("places-add") : t("places-change", { code: place.code })}
      closeLabel={t("close")}
      onClose={unsaved.leave}
      onSave={save}
      footer={
        <>
          <Button onPress={unsaved.leave}>{unsaved.leaveLabel}</Button>
          <Button kind="primary" keys="Ctrl+Enter" disabledReason={missing} onPress={save}>
            {t("places-save")}
          </Button>
        </>
      }
    >
      {unsaved.notice}
      <div ref={fields}>
        <div className={css["pair"]}>
          <TextField
            name="place.code"
            label={t("field-place_code_new")}
            error={failure === null ? null : failureText(words, failure)}
            value={typed.code}
            onChange={setCode}
            onScan={setCode}
            isRequired
            autoFocus
            maxLength={24}
          />
          <TextField
            name="place.name"
            label={t("field-place_name")}
            value={typed.name}
            onChange={(name) => setTyped((now) => ({ ...now, name }))}
            maxLength={60}
          />
          <Select
            name="place.kind"
            label={t("field-place_kind")}
            value={typed.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`place_kind-${kind}`) }))}
            onChange={(kind) => setTyped((now) => ({ ...now, kind }))}
            placeholder={t("choose")}
          />
          {place !== null && (
            <Segments
              label={t("places-in-use")}
              value={typed.isActive ? "in" : "out"}
              options={[
                { value: "in", label: t("places-in-use") },
                { value: "out", label: t("places-out-of-use") },
              ]}
              onChange={(value) => setTyped((now) => ({ ...now, isActive: value === "in" }))}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

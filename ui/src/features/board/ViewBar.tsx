// Whose work orders the board shows, of which model and dealer, and the views that are kept under a name.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useRead, useWrite } from "../../ipc/ipc";
import type { BoardView, SavedView } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { useKeys } from "../../kit/keys";
import { Select } from "../../kit/Select";
import { useToast } from "../../kit/toasts";
import { failureText } from "../../trade/failure";
import { FormDialog } from "../../trade/FormDialog";
import css from "./Board.module.css";
import { isSameView, linkOf } from "./view";

/** Stands for "all" in a list whose values are names. */
const ANY = " any";

export function ViewBar(props: { view: BoardView; onShow: (changed: Partial<BoardView>) => void }) {
  const { view, onShow } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const choices = useRead("board_choices", null).data;
  const people = (useRead("user_list", null).data ?? []).filter((person) => person.is_active);
  const views = useRead("board_views", null).data ?? [];
  const [isSaving, setSaving] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(linkOf(view)).then(
      () => toast({ text: t("board-link-copied") }),
      () => toast({ text: linkOf(view), tone: "trouble" }),
    );
  useKeys([
    { id: "board-save", keys: "S", label: t("board-view-save"), scope: "screen", run: () => setSaving(true) },
    { id: "board-link", keys: "L", label: t("board-link"), scope: "screen", run: () => void copy() },
  ]);
  const any = { value: ANY, label: t("board-any") };
  const named = (names: ReadonlyArray<{ name: string; tickets: number }>, chosen: string | null) => [
    any,
    ...names.map(({ name, tickets }) => ({ value: name, label: t("board-list-count", { list: name, count: tickets }) })),
    // What a link or a saved view asks for may have no open work order now.
    ...(chosen !== null && !names.some(({ name }) => name === chosen) ? [{ value: chosen, label: chosen }] : []),
  ];
  const current = views.find((saved) => isSameView(saved.view, view));
  return (
    <div className={css["chosen"]}>
      {view.status !== null && (
        <Button kind="quiet" label={t("board-all-stages")} onPress={() => onShow({ status: null })}>
          {t("board-stage-chosen", { stage: t(`status-${view.status}`) })} ×
        </Button>
      )}
      <Select
        name="owner"
        className={css["choice"]}
        label={t("board-owner")}
        value={view.owner ?? ANY}
        options={[
          any,
          { value: "me", label: t("board-mine") },
          { value: "nobody", label: t("board-owner-nobody") },
          ...people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChange={(owner) => onShow({ owner: owner === ANY ? null : owner })}
        placeholder={t("board-any")}
      />
      <Select
        name="model"
        className={css["choice"]}
        label={t("board-model")}
        value={view.model ?? ANY}
        options={named(choices?.models ?? [], view.model)}
        onChange={(model) => onShow({ model: model === ANY ? null : model })}
        placeholder={t("board-any")}
      />
      <Select
        name="dealer"
        className={css["choice"]}
        label={t("board-dealer")}
        value={view.dealer ?? ANY}
        options={named(choices?.dealers ?? [], view.dealer)}
        onChange={(dealer) => onShow({ dealer: dealer === ANY ? null : dealer })}
        placeholder={t("board-any")}
      />
      <Select
        name="view"
        className={css["choice"]}
        label={t("board-views")}
        value={current?.name ?? null}
        options={views.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => {
          const saved = views.find((one) => one.name === name);
          if (saved !== undefined) onShow(saved.view);
        }}
        placeholder={t(views.length === 0 ? "board-view-none" : "board-view-open")}
      />
      {current === undefined ? (
        <Button onPress={() => setSaving(true)} keys="S">
          {t("board-view-save")}
        </Button>
      ) : (
        <Forget saved={current} />
      )}
      {isSaving && <SaveDialog view={view} onClose={() => setSaving(false)} />}
    </div>
  );
}

function Forget(props: { saved: SavedView }) {
  const { saved } = props;
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const forget = useWrite("board_view_forget");
  const save = useWrite("board_view_save");
  const trouble = (failure: Failure) => toast({ text: failureText(words, failure), tone: "trouble" });
  return (
    <Button
      onPress={() =>
        forget.mutate(
          { name: saved.name },
          {
            onError: trouble,
            onSuccess: () =>
              toast({
                text: t("board-view-forgotten", { name: saved.name }),
                undo: { label: t("quotes-undo"), run: () => save.mutate(saved, { onError: trouble }) },
              }),
          },
        )
      }
    >
      {t("board-view-forget", { name: saved.name })}
    </Button>
  );
}

function SaveDialog(props: { view: BoardView; onClose: () => void }) {
  const { view, onClose } = props;
  const { t } = useWords();
  const toast = useToast();
  const save = useWrite("board_view_save");
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <FormDialog
      title={t("board-view-save")}
      isTouched={name !== ""}
      at="name"
      saveLabel={t("board-view-save")}
      why={name.trim() === "" ? t("board-view-name") : null}
      failure={failure}
      onSave={() =>
        save.mutate(
          { name, view },
          {
            onError: setFailure,
            onSuccess: () => {
              toast({ text: t("board-view-saved", { name: name.trim() }) });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <TextField name="name" label={t("board-view-name")} note={t("board-view-name-hint")} value={name} onChange={setName} isRequired />
    </FormDialog>
  );
}

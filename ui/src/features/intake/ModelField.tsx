// The model, typed or taken from the masters that fit what was typed. A model without a master can still be typed: the
// masters are as complete as their files.

import { useWords } from "../../i18n/i18n";
import { useLiveRead } from "../../ipc/ipc";
import { Button } from "../../kit/Button";
import { TextField } from "../../kit/Field";
import { useDebounced } from "../../kit/useDebounced";
import css from "./Intake.module.css";
import type { FormView } from "./view";

const FIND_AFTER_MS = 150;
const FOUND_MAX = 6;

export function ModelField(props: { view: FormView }) {
  const { draft, change, around } = props.view;
  const { t } = useWords();
  const take = (model: string) => change((now) => ({ ...now, model }));
  const found = useModels(draft.model.trim());
  const field = around("model");
  const [only, ...others] = found;
  const isOne = only !== undefined && others.length === 0;
  const suggestion = isOne
    ? { text: t("suggestion-model-found", { value: only }), label: t("suggestion-model-take", { value: only }), onTake: () => take(only) }
    : field.suggestion;
  return (
    <div className={css["c3"]}>
      <TextField {...field} suggestion={suggestion} label={t("field-model")} value={draft.model} onChange={take} isRequired />
      {others.length > 0 && (
        <div role="group" aria-label={t("models-found")}>
          {t("models-found")}:{" "}
          {found.map((code) => (
            <Button key={code} kind="quiet" label={t("suggestion-model-take", { value: code })} onPress={() => take(code)}>
              {code}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The models whose code or names hold what was typed; none where it is a model already. */
function useModels(typed: string): readonly string[] {
  const text = useDebounced(typed, FIND_AFTER_MS);
  const rows = useLiveRead("master_list", { kind: "model", text, after: null, limit: FOUND_MAX }, text !== "").data?.rows ?? [];
  if (text === "" || text !== typed) return [];
  const codes = rows.flatMap(({ master, ended }) => (master.kind === "model" && !ended ? [master.entry.code] : []));
  return codes.some((code) => code.toLowerCase() === text.toLowerCase()) ? [] : codes;
}

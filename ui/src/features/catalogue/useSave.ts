// Saving a change of the catalogue: one version each, with its reason.

import { useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Failure } from "../../ipc/failure";
import { useWrite } from "../../ipc/ipc";
import type { BenchCatalogue, CatalogueShelf } from "../../ipc/types.generated";
import { useToast } from "../../kit/toasts";
import { problemText } from "../../trade/failure";

export function useSave(shelf: CatalogueShelf, onSaved: () => void) {
  const words = useWords();
  const { t } = words;
  const toast = useToast();
  const write = useWrite("bench_catalogue_save");
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    failure,
    /** What is wrong with a field, by its place: `cause.3.code`. */
    problem: (field: string) => {
      const found = failure?.problems.find((one) => one.field === field);
      return found === undefined ? null : problemText(words, found.reason);
    },
    clear: () => setFailure(null),
    save: (content: BenchCatalogue, reason: string) =>
      write.mutate(
        { from: shelf.version, content, reason },
        {
          onError: setFailure,
          onSuccess: (saved) => {
            toast({ text: t("catalogue-saved", { version: saved.version }) });
            onSaved();
          },
        },
      ),
  };
}

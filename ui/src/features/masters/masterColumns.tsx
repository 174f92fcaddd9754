import type { Catalogue } from "../../i18n/catalogue";
import type { Times } from "../../i18n/times";
import type { MasterKind, MasterRow } from "../../ipc/types.generated";
import type { Column } from "../../kit/Grid";
import { Status } from "../../kit/Status";
import { fieldsOf } from "./masterFields";

/** The fields a list of a kind shows, the one it is known by first. */
const shown: Record<MasterKind, readonly string[]> = {
  model: ["model", "name_zh", "name_en", "product_class", "serial_pattern", "successor"],
  dealer: ["dealer_code", "dealer", "authorised_from", "authorised_to", "standing_consent"],
  contract: ["contract", "buyer", "signed_on", "models", "serials"],
  charge: ["code", "version", "effective_on", "name_zh", "name_en", "amount"],
  loan: ["serial", "model", "kind", "with", "since", "until"],
};

export function columnsOf(words: Catalogue & { readonly times: Times }, kind: MasterKind): Array<Column<MasterRow>> {
  const { t, say, times } = words;
  const fields = shown[kind].map(
    (name): Column<MasterRow> => ({
      id: name,
      header: say(`master_field-${name}`, {}, name),
      cell: (row) => fieldsOf(words, row).find(([known]) => known === name)?.[1] ?? "",
    }),
  );
  return [
    ...fields,
    {
      id: "state",
      header: t("masters-column-state"),
      width: "15rem",
      cell: (row) =>
        row.ended ? (
          <Status icon="dash" tone="plain">
            {t("masters-ended")}
          </Status>
        ) : row.expired_on !== null ? (
          <Status icon="cross" tone="over">
            {t("masters-expired", { on: row.expired_on })}
          </Status>
        ) : (
          <Status icon="full" tone="ok">
            {t("masters-in-force")}
          </Status>
        ),
    },
    { id: "said", header: t("masters-column-said"), width: "11rem", cell: (row) => times.date(row.said_at) },
  ];
}

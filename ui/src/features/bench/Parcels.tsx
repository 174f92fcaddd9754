import { useNavigate } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { ConsignmentRow } from "../../ipc/types.generated";
import { ShortGrid } from "../../kit/Grid";
import { Panel, Section } from "../../kit/Page";
import { useConsignmentColumns, useConsignmentLabel } from "../../trade/consignmentColumns";
import css from "./BenchPage.module.css";

/** Parcels that are not closed: their units are here and their days run, opened or not. */
export function Parcels(props: { parcels: readonly ConsignmentRow[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const columns = useConsignmentColumns();
  const label = useConsignmentLabel();
  return (
    <Panel>
      <Section title={t("bench-parcels")} hint={t("bench-parcels-hint")}>
        <div className={css["list"]}>
          <ShortGrid
            label={t("bench-parcels")}
            columns={columns.filter((column) => column.id !== "carrier")}
            rows={props.parcels}
            rowKey={(row) => row.id}
            rowLabel={label}
            onOpen={(row) => void navigate({ to: "/parcels/$id", params: { id: row.id } })}
          />
        </div>
      </Section>
    </Panel>
  );
}

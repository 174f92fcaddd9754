// The numbers and effects of a pack, each beside its clause: periods, windows, the cycle, what a kind of sale
// takes away, what findings and wanting evidence exclude.

import type { ReactNode } from "react";
import { useWords } from "../../i18n/i18n";
import type { ClaimObject, ExclusionLine, PackPage, ProductClass } from "../../ipc/types.generated";
import { Panel } from "../../kit/Page";
import css from "./Policy.module.css";

const classes: readonly ProductClass[] = ["terminal", "module", "detector"];
const objects: readonly ClaimObject[] = ["whole", "part"];

export function Terms(props: { page: PackPage }) {
  const { page } = props;
  const { t } = useWords();
  return (
    <Panel>
      <h2 id="pack-terms" tabIndex={-1} className={css["heading"]}>
        {t("pack-terms")}
      </h2>
      <div className={css["tables"]}>
        <Periods page={page} />
        <Table
          caption={t("pack-times")}
          columns={[t("column-clause"), t("pack-times"), t("column-value")]}
          rows={[
            ...page.windows.map((window) => [window.clause, t(`remedy-${window.remedy}`), t("fact_value-days", { count: window.days })]),
            [page.floor.clause, t("pack-floor"), t("fact_value-months", { count: page.floor.months })],
            ["3.1", t("pack-cycle"), t("pack-cycle-days", { target: page.cycle.target_working_days, limit: page.cycle.limit_working_days })],
            ["4.1", t("pack-reply"), t("pack-reply-hours", { count: page.reply_hours })],
          ]}
        />
        <Table
          caption={t("pack-sale_kinds")}
          columns={[t("column-clause"), t("field-sale_kind"), t("column-effect"), t("column-lifted")]}
          rows={page.sale_kinds.map((line) => [
            line.clause,
            t(`sale_kind-${line.kind}`),
            t(`sale_effect-${line.effect}`),
            line.lifted_by === null ? "—" : t(`contract-${line.lifted_by}`),
          ])}
        />
        <Table
          caption={t("pack-evidence")}
          columns={[t("column-clause"), t("column-wanting")]}
          rows={page.evidence.map((line) => [line.clause, t(`wanting-${line.wanting}`)])}
        />
        <Table
          caption={t("pack-exclusions")}
          columns={[t("column-clause"), t("field-findings"), t("column-effect")]}
          rows={page.exclusions.map((line) => [line.clause, t(`finding-${line.finding}`), <Effects key="effects" line={line} />])}
        />
      </div>
    </Panel>
  );
}

function Effects(props: { line: ExclusionLine }) {
  const { line } = props;
  const { t } = useWords();
  const effects = [
    line.user_caused && t("exclusion-user_caused"),
    line.contradicts_product_fault && t("exclusion-contradicts"),
    line.unless_defect_proven && t("exclusion-unless_defect"),
  ].filter((effect) => effect !== false);
  return effects.length === 0 ? "—" : effects.join(t("list-separator"));
}

/** Table 2.T as it is printed: classes down, what is claimed for across. */
function Periods(props: { page: PackPage }) {
  const { periods } = props.page;
  const { t } = useWords();
  const cell = (product_class: ProductClass, claim_object: ClaimObject): ReactNode => {
    const line = periods.find((one) => one.product_class === product_class && one.claim_object === claim_object);
    if (line === undefined) return "—";
    if (line.months !== null) return t("fact_value-months", { count: line.months });
    return t("pack-blank");
  };
  return (
    <Table
      caption={t("pack-periods")}
      columns={[t("field-product_class"), ...objects.map((object) => t(`claim_object-${object}`))]}
      rows={classes.map((one) => [t(`product_class-${one}`), ...objects.map((object) => cell(one, object))])}
    />
  );
}

function Table(props: { caption: string; columns: readonly string[]; rows: ReadonlyArray<readonly ReactNode[]> }) {
  const { columns, rows } = props;
  return (
    <table className={css["table"]}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the lines of a pack stay where they are
          <tr key={at}>
            {cells.map((cell, place) => (
              <td key={columns[place]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

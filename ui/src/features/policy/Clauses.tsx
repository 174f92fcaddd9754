import { useWords } from "../../i18n/i18n";
import type { Clause } from "../../ipc/types.generated";
import { Panel } from "../../kit/Page";
import { BothLanguages } from "../../trade/BothLanguages";
import { clauseName } from "../../trade/packs";
import css from "./Policy.module.css";

/** The clauses in our own words, in the order of the commitment. */
export function Clauses(props: { clauses: readonly Clause[]; at: string | undefined }) {
  const { t, say } = useWords();
  return (
    <Panel>
      <h2 id="pack-clauses" tabIndex={-1} className={css["heading"]}>
        {t("pack-clauses")} <small>{t("pack-clauses-hint")}</small>
      </h2>
      <ol className={css["lines"]}>
        {props.clauses.map(({ id, rank, summary }) => (
          <li
            key={id}
            data-place={`clause ${id}`}
            tabIndex={-1}
            aria-current={props.at === id || undefined}
            className={css["line"]}
          >
            <span className={css["number"]}>{id}</span>
            <strong>
              {say(`clause-${clauseName(id)}`, {}, "")}
              {rank !== "policy" && <small className={css["rank"]}>{t(`rank-${rank}`)}</small>}
            </strong>
            <BothLanguages words={summary} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

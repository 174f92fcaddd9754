// The clauses of the commitment as chips. Pressed, a clause says what it is about in both languages, and
// leads to its place in the pack.

import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import { Chip } from "../../kit/Chip";
import { BothLanguages } from "../../trade/BothLanguages";
import { clauseName, usePack } from "../../trade/packs";
import css from "./VerdictBoard.module.css";

/** How many clauses stand in a row before the rest goes into one chip. */
const IN_SIGHT_MAX = 3;

/** Clauses as chips; each says what it is about. */
export function Clauses(props: { ids: readonly string[] }) {
  const { ids } = props;
  const { t } = useWords();
  const inSight = ids.length <= IN_SIGHT_MAX + 1 ? ids : ids.slice(0, IN_SIGHT_MAX);
  const rest = ids.slice(inSight.length);
  return (
    <span className={css["chips"]}>
      {inSight.map((id) => (
        <Clause key={id} id={id} />
      ))}
      {rest.length > 0 && (
        <Chip text={`+${rest.length}`} label={t("clauses-more", { count: rest.length })}>
          {rest.map((id) => (
            <ClauseText key={id} id={id} />
          ))}
        </Chip>
      )}
    </span>
  );
}

export function Clause(props: { id: string }) {
  const { id } = props;
  const { t } = useWords();
  return (
    <Chip text={id} label={t("clause-label", { id })}>
      <ClauseText id={id} />
    </Chip>
  );
}

function ClauseText(props: { id: string }) {
  const { id } = props;
  const { t, say } = useWords();
  const pack = usePack();
  const clause = pack?.clauses.find((one) => one.id === id);
  return (
    <div>
      <strong>
        {id} {say(`clause-${clauseName(id)}`, {}, "")}
      </strong>
      {clause === undefined ? pack !== null && <p>{t("clause-unknown")}</p> : <BothLanguages words={clause.summary} />}
      {clause !== undefined && pack !== null && (
        <Link to="/policy" search={{ pack: pack.reference.hash, clause: id }} className={css["inPack"]}>
          {t("clause-in-pack")}
        </Link>
      )}
    </div>
  );
}

import { useWords } from "../../i18n/i18n";
import { Chip } from "../../kit/Chip";
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
  const name = clauseName(id);
  return (
    <div>
      <strong>
        {id} {say(`clause-${name}`, {}, "")}
      </strong>
      <p>{say(`clause_summary-${name}`, {}, t("clause-unknown"))}</p>
    </div>
  );
}

/** `5.8b` as it stands in message ids: `5_8b`. */
function clauseName(id: string): string {
  return id.replaceAll(".", "_");
}

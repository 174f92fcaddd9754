import { useWords } from "../../i18n/i18n";
import { Chip } from "../../kit/Chip";
import css from "./VerdictBoard.module.css";

/** Clauses as chips; each says what it is about. */
export function Clauses(props: { ids: readonly string[] }) {
  return (
    <span className={css["chips"]}>
      {props.ids.map((id) => (
        <Clause key={id} id={id} />
      ))}
    </span>
  );
}

export function Clause(props: { id: string }) {
  const { id } = props;
  const { t, say } = useWords();
  const name = clauseName(id);
  return (
    <Chip text={id} label={t("clause-label", { id })}>
      <strong>
        {id} {say(`clause-${name}`, {}, "")}
      </strong>
      <p>{say(`clause_summary-${name}`, {}, t("clause-unknown"))}</p>
    </Chip>
  );
}

/** `5.8b` as it stands in message ids: `5_8b`. */
function clauseName(id: string): string {
  return id.replaceAll(".", "_");
}

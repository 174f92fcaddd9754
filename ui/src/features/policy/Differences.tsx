// What two packs decide differently: entries, kinds of claims, work orders.

import { Link } from "@tanstack/react-router";
import { useWords } from "../../i18n/i18n";
import type { PackDiff, Region, TicketDiff, Told } from "../../ipc/types.generated";
import { Icon } from "../../kit/Icon";
import { Panel } from "../../kit/Page";
import { conditionText } from "../../trade/claimWords";
import { Code } from "../../trade/words";
import { entryLines } from "./diffWords";
import css from "./Policy.module.css";

export function Differences(props: { diff: PackDiff }) {
  const { packs, tickets } = props.diff;
  const words = useWords();
  const { t } = words;
  return (
    <div className={css["pack"]}>
      {tickets !== null && <Tickets tickets={tickets} />}
      <Panel>
        <h2 className={css["heading"]}>{t("compare-regions")}</h2>
        <p className={css["summary"]}>{t("pack_diff-claims", { changed: packs.claims_changed, claims: packs.claims })}</p>
        <ol className={css["lines"]}>
          {packs.regions.map((region, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- one answer, in its own order
            <RegionLine key={at} region={region} />
          ))}
        </ol>
      </Panel>
      {packs.entries.length > 0 && (
        <Panel>
          <h2 className={css["heading"]}>{t("compare-entries")}</h2>
          <table className={css["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("compare-entry")}</th>
                <th scope="col">{t("what_if-before")}</th>
                <th scope="col">{t("what_if-after")}</th>
              </tr>
            </thead>
            <tbody>
              {packs.entries.flatMap((entry) => entryLines(words, entry)).map((line) => (
                <tr key={line.name}>
                  <td>{line.name}</td>
                  <td>{line.before}</td>
                  <td>{line.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </div>
  );
}

function Tickets(props: { tickets: TicketDiff }) {
  const { checked, outside, changed } = props.tickets;
  const { t } = useWords();
  return (
    <Panel>
      <h2 className={css["heading"]}>{t("place-tickets")}</h2>
      <p className={css["summary"]}>{t("pack_diff-tickets", { checked, changed: changed.length, outside })}</p>
      <ul className={css["lines"]}>
        {changed.map((ticket) => (
          <li key={ticket.id} className={css["ticket"]}>
            <Link to="/tickets/$id" params={{ id: ticket.id }}>
              <Code>{ticket.rma}</Code>
            </Link>
            <span className={css["moves"]}>
              {ticket.remedies.map(({ remedy, before, after, unsigned_before, unsigned_after }) => (
                <span key={remedy}>
                  {t(`remedy-${remedy}`)} <Move before={before} after={after} waits={[unsigned_before, unsigned_after]} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RegionLine(props: { region: Region }) {
  const { region } = props;
  const words = useWords();
  const { t } = words;
  const clauses = [...new Set([...region.clauses_before, ...region.clauses_after])];
  return (
    <li className={css["region"]}>
      <strong>{t(`remedy-${region.remedy}`)}</strong>
      <div>
        <p>
          <Move before={region.before} after={region.after} />
        </p>
        <dl className={css["conditions"]}>
          {region.conditions.map((condition) => (
            <div key={condition.aspect}>
              <dt>{t(`pack_diff-${condition.aspect}`)}</dt>
              <dd>{conditionText(words, condition)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <span className={css["clauses"]}>{clauses.join(" ")}</span>
    </li>
  );
}

function Move(props: { before: Told; after: Told; waits?: readonly [boolean, boolean] }) {
  const { t } = useWords();
  const [waitsBefore, waitsAfter] = props.waits ?? [false, false];
  const told = ({ outcome, needs }: Told, waits: boolean) => {
    if (waits) {
      return t("outcome-unsigned");
    }
    return needs.length === 0 ? t(`outcome-${outcome}`) : t("outcome-needs-what", { what: needs.map((need) => t(`need-${need}`)).join(t("list-separator")) });
  };
  return (
    <span>
      <span className={css["old"]}>{told(props.before, waitsBefore)}</span> <Icon name="arrow" />
      <span className="visually-hidden">{t("change-arrow")}</span> {told(props.after, waitsAfter)}
    </span>
  );
}

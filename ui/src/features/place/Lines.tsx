import { useWords } from "../../i18n/i18n";
import { Icon, type IconName } from "../../kit/Icon";
import { Section } from "../../kit/Page";
import type { ScanLine } from "./lines";
import css from "./Place.module.css";

const icons: Record<ScanLine["tone"], IconName> = { done: "tick", plain: "dash", trouble: "warning" };

/** What each scan did, newest first; read aloud as they come. */
export function Lines(props: { lines: readonly ScanLine[] }) {
  const { t } = useWords();
  return (
    <Section title={t("places-moved-list")}>
      <ol className={css["lines"]} aria-live="polite" aria-label={t("places-moved-list")}>
        {props.lines.map((line) => (
          <li key={line.id} data-tone={line.tone}>
            <Icon name={icons[line.tone]} />
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

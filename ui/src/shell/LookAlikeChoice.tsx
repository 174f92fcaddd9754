// A scanned serial is new here but looks like known ones (0/O, 1/I, 8/B, 5/S): a person says which it is.

import { useWords } from "../i18n/i18n";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { LookAlikeCode } from "../trade/LookAlikeCode";
import { Code } from "../trade/words";
import css from "./LookAlikeChoice.module.css";
import type { Choice } from "./scan/useScanRoutes";

export function LookAlikeChoice(props: Choice) {
  const { t } = useWords();
  return (
    <Dialog title={t("look-alike-title", { serial: props.serial })} closeLabel={t("close")} onClose={props.onClose}>
      <p>{t("look-alike-explain")}</p>
      <ul className={css["list"]}>
        {props.lookAlikes.map((other) => (
          <li key={other.serial}>
            <Button className={css["choice"]} onPress={() => props.onChoose(other.serial)}>
              <LookAlikeCode code={other.serial} other={props.serial} />
              <span>{other.model}</span>
              <small>{t(other.open === null ? "look-alike-known" : "look-alike-open")}</small>
            </Button>
          </li>
        ))}
        <li>
          <Button className={css["choice"]} onPress={() => props.onChoose(props.serial)}>
            <Code>{props.serial}</Code>
            <small>{t("look-alike-as-read")}</small>
          </Button>
        </li>
      </ul>
    </Dialog>
  );
}

// A screen that cannot be shown: because the program has a fault, or because there is nothing at that place.

import { useNavigate, type ErrorComponentProps } from "@tanstack/react-router";
import { useWords } from "../i18n/i18n";
import { toFailure } from "../ipc/failure";
import { Button } from "../kit/Button";
import { Empty } from "../kit/Page";
import { failureText } from "../trade/failure";

export function BrokenScreen(props: ErrorComponentProps) {
  const words = useWords();
  return (
    <Empty icon="warning" title={words.t("failure-screen")}>
      <p>{failureText(words, toFailure(props.error))}</p>
      <Button kind="primary" onPress={props.reset}>
        {words.t("failure-retry")}
      </Button>
      <ToBench />
    </Empty>
  );
}

export function MissingScreen() {
  const { t } = useWords();
  return (
    <Empty icon="question" title={t("failure-nowhere")}>
      <ToBench />
    </Empty>
  );
}

function ToBench() {
  const { t } = useWords();
  const navigate = useNavigate();
  return <Button onPress={() => void navigate({ to: "/" })}>{t("failure-to-bench")}</Button>;
}

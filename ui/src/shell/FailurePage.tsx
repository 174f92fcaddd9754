// Something broke: what happened, what was kept, what to do.

import { useWords } from "../i18n/i18n";
import type { Failure } from "../ipc/failure";
import { Button } from "../kit/Button";
import { Empty } from "../kit/Page";
import { failureText } from "../trade/failure";

export function FailurePage(props: { failure: Failure; onRetry: () => void }) {
  const words = useWords();
  return (
    <main>
      <Empty icon="warning" title={words.t("failure-title")}>
        <p>{failureText(words, props.failure)}</p>
        <Button kind="primary" onPress={props.onRetry}>
          {words.t("failure-retry")}
        </Button>
      </Empty>
    </main>
  );
}

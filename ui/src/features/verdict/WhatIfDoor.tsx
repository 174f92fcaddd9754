// The way into what-if from a determination: a button and F6. What is behind is loaded when it is opened.

import { lazy, Suspense, useState } from "react";
import { useWords } from "../../i18n/i18n";
import type { Assessment } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";

const WhatIf = lazy(() => import("./WhatIf").then((m) => ({ default: m.WhatIf })));

export function WhatIfDoor(props: { assessment: Pick<Assessment, "facts" | "verdict"> }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  useKeys([
    { id: "what-if", keys: "F6", label: t("what_if-open"), scope: "screen", quiet: true, run: () => setIsOpen(true) },
  ]);
  return (
    <>
      <Button kind="quiet" keys="F6" onPress={() => setIsOpen(true)}>
        {t("what_if-open")}
      </Button>
      {isOpen && (
        <Suspense>
          <WhatIf assessment={props.assessment} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

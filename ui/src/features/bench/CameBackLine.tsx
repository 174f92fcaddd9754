// After a power cut, or after a backup was put in place of the records: one line that says what is there again, to each person once.

import { useWords } from "../../i18n/i18n";
import { useWrite } from "../../ipc/ipc";
import type { CameBack } from "../../ipc/types.generated";
import { Button } from "../../kit/Button";
import { useKeys } from "../../kit/keys";
import { Notice } from "../../kit/Notice";

export function CameBackLine(props: { news: CameBack }) {
  const { news } = props;
  const { t, times } = useWords();
  const seen = useWrite("came_back_seen");
  const read = () => seen.mutate(null);
  useKeys([{ id: "came-back-read", keys: "F10", label: t("came-back-read"), scope: "screen", quiet: true, run: read }]);
  const isRestored = news.restored_of !== null;
  const title = isRestored
    ? t("came-back-restored", { of: times.instant(news.restored_of ?? 0), at: times.instant(news.at) })
    : news.last === null
      ? t("came-back-title-none")
      : t("came-back-title", { rma: news.last.rma, when: times.instant(news.last.at) });
  const parts = [
    ...(news.drafts > 0 ? [t("came-back-drafts", { count: news.drafts })] : []),
    ...(news.parcels > 0 ? [t("came-back-parcels", { count: news.parcels })] : []),
    ...(news.stocktake ? [t("came-back-stocktake")] : []),
  ];
  return (
    <Notice
      tone={isRestored ? "due" : "info"}
      title={title}
      actions={
        <Button keys="F10" onPress={read}>
          {t("came-back-read")}
        </Button>
      }
    >
      {[isRestored ? t("came-back-restored-why") : t("came-back-why", { at: times.instant(news.at) }), ...parts].join(" · ")}
    </Notice>
  );
}

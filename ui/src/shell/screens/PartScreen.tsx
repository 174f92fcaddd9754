// One spare part, put together from what several features know of it.

import { useParams } from "@tanstack/react-router";
import { PartPage } from "../../features/part/PartPage";
import { Timeline } from "../../features/ticket/Timeline";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";

export function PartScreen() {
  const { id } = useParams({ from: "/parts/$id" });
  const words = useWords();
  const life = useRead("part_get", { id });
  if (life.error !== null) return <Notice tone="over" title={failureText(words, life.error)} />;
  if (life.data === undefined) return null;
  return <PartPage key={id} life={life.data} timeline={<Timeline entries={life.data.timeline} />} />;
}

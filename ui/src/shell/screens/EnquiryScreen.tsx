// One enquiry, put together from what several features know of it.

import { useParams } from "@tanstack/react-router";
import { ContactPanel } from "../../features/contact/ContactPanel";
import { EnquiryPage } from "../../features/enquiry/EnquiryPage";
import { Timeline } from "../../features/ticket/Timeline";
import { useWords } from "../../i18n/i18n";
import { useRead } from "../../ipc/ipc";
import { Notice } from "../../kit/Notice";
import { failureText } from "../../trade/failure";

export function EnquiryScreen() {
  const { id } = useParams({ from: "/enquiries/$id" });
  const words = useWords();
  const life = useRead("enquiry_get", { id });
  if (life.error !== null) return <Notice tone="over" title={failureText(words, life.error)} />;
  if (life.data === undefined) return null;
  return (
    <EnquiryPage
      key={id}
      life={life.data}
      contact={<ContactPanel about={{ kind: "enquiry", id }} />}
      timeline={<Timeline entries={life.data.timeline} />}
    />
  );
}

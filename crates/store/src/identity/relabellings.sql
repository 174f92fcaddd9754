SELECT relabelling.id AS id, relabelling.ticket AS ticket, intake.rma AS rma, relabelling.note AS note,
       relabelling.done_by AS done_by, relabelling.done_at AS done_at
FROM relabelling JOIN intake ON intake.id = relabelling.ticket
WHERE relabelling.serial = :serial
ORDER BY relabelling.done_at DESC, relabelling.id DESC

SELECT id, received_on, limit_on, calendar, since
FROM (SELECT ticket.id AS id, intake.received_on AS received_on, limit_on, intake.calendar AS calendar,
             coalesce((SELECT max(at) FROM ticket_step WHERE ticket_step.ticket = ticket.id AND ticket_step.status = 'ready'),
                      opened_at) AS since
      FROM ticket INDEXED BY ticket_stage JOIN intake ON intake.id = ticket.id
      WHERE is_open = 1 AND status IN ('ready', 'unclaimed') AND (:owner IS NULL OR ticket.owner = :owner)) AS waits
WHERE NOT EXISTS (SELECT 1 FROM contact
                  WHERE contact.ticket = waits.id AND withdrawn_at IS NULL AND said_at >= waits.since
                    AND instr(closes, '"remind_unclaimed"') > 0)
ORDER BY since, id
LIMIT :rows

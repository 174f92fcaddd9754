SELECT ticket.id AS id, intake.received_on AS received_on, limit_on, intake.calendar AS calendar, opened_at AS since
FROM ticket JOIN intake ON intake.id = ticket.id
WHERE is_open = 1 AND limit_on < :as_of AND (:owner IS NULL OR ticket.owner = :owner)
  AND NOT EXISTS (SELECT 1 FROM contact
                  WHERE contact.ticket = ticket.id AND withdrawn_at IS NULL
                    AND (instr(closes, '"tell_exceeded"') > 0 OR instr(closes, '"warn_limit"') > 0))
ORDER BY limit_on, ticket.id
LIMIT :rows

SELECT ticket.id AS id, intake.received_on AS received_on, limit_on, intake.calendar AS calendar, opened_at AS since
FROM ticket JOIN intake INDEXED BY intake_without_consent ON intake.id = ticket.id
WHERE is_open = 1 AND (:owner IS NULL OR ticket.owner = :owner) AND intake.authorisation = 'none'
  AND NOT EXISTS (SELECT 1 FROM decision
                  WHERE decision.ticket = ticket.id AND kind = 'consent' AND settled_at IS NOT NULL)
ORDER BY opened_at, ticket.id
LIMIT :rows

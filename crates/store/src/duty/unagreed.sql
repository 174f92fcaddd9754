SELECT ticket.id AS id, intake.received_on AS received_on, limit_on, intake.calendar AS calendar,
       coalesce(moved_at, opened_at) AS since
FROM ticket INDEXED BY ticket_stage JOIN intake ON intake.id = ticket.id
WHERE is_open = 1 AND status = 'awaiting_agreement' AND (:owner IS NULL OR ticket.owner = :owner)
ORDER BY since, ticket.id
LIMIT :rows

SELECT ticket.id AS id, intake.received_on AS received_on, limit_on, intake.calendar AS calendar, opened_at AS since
FROM ticket JOIN intake INDEXED BY intake_form_owed ON intake.id = ticket.id
WHERE is_open = 1 AND form_obtained_on IS NULL AND (:owner IS NULL OR ticket.owner = :owner)
  AND intake.paper_form IS NOT 1 AND intake.owned_by_us = 0
ORDER BY opened_at, ticket.id
LIMIT :rows

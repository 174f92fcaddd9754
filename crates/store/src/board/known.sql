SELECT known.id AS id, intake.received_on AS received_on, known.limit_on AS limit_on, known.handed_over_on AS handed_over_on,
       ticket_step.was AS was, ticket_step.status AS status, ticket_step.at AS at
FROM (
  SELECT * FROM (
    SELECT ticket.id AS id, ticket.limit_on AS limit_on, handover.handed_over_on AS handed_over_on
    FROM handover INDEXED BY handover_day JOIN ticket ON ticket.id = handover.ticket
    WHERE handover.handed_over_on >= :since AND ticket.is_open = 0
    ORDER BY handover.handed_over_on DESC, ticket.id
    LIMIT :units_max)
  UNION ALL
  SELECT * FROM (
    SELECT id, limit_on, NULL AS handed_over_on
    FROM ticket INDEXED BY ticket_open_limit
    WHERE is_open = 1 AND limit_on BETWEEN :since AND :yesterday
    ORDER BY limit_on DESC, id DESC
    LIMIT :units_max)
) AS known
JOIN intake ON intake.id = known.id
LEFT JOIN ticket_step ON ticket_step.ticket = known.id
ORDER BY known.id, ticket_step.rowid

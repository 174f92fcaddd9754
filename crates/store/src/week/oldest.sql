SELECT id FROM (
  SELECT ticket.id AS id, intake.received_on AS received_on
  FROM ticket INDEXED BY ticket_open_limit JOIN intake ON intake.id = ticket.id
  WHERE ticket.is_open = 1
  UNION ALL
  SELECT intake.id, intake.received_on
  FROM handover INDEXED BY handover_day JOIN intake ON intake.id = handover.ticket
  WHERE handover.handed_over_on > :last_on
  UNION ALL
  SELECT ticket.id, intake.received_on
  FROM ticket INDEXED BY ticket_cancelled JOIN intake ON intake.id = ticket.id
  WHERE ticket.status = 'cancelled' AND coalesce(ticket.moved_at, ticket.opened_at) >= :to_at
)
WHERE received_on <= :last_on
ORDER BY received_on, id
LIMIT :rows_max

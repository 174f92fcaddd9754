SELECT status, limit_on, target_on, count(*) AS tickets
FROM ticket INDEXED BY ticket_stage
WHERE is_open = 1
  AND (:status IS NULL OR ticket.status = :status) AND (:owner IS NULL OR coalesce(ticket.owner, '') = :owner)
  AND (:model IS NULL OR ticket.model = :model) AND (:dealer IS NULL OR ticket.dealer = :dealer)
GROUP BY status, limit_on, target_on

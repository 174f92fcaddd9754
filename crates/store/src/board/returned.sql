SELECT handover.handed_over_on AS handed_over_on, intake.received_on AS received_on, ticket.target_on AS target_on,
       ticket.limit_on AS limit_on, count(*) AS tickets
FROM handover INDEXED BY handover_day
JOIN ticket ON ticket.id = handover.ticket
JOIN intake ON intake.id = ticket.id
WHERE handover.handed_over_on >= :since AND ticket.is_open = 0
  AND (:status IS NULL OR ticket.status = :status) AND (:owner IS NULL OR coalesce(ticket.owner, '') = :owner)
  AND (:model IS NULL OR ticket.model = :model) AND (:dealer IS NULL OR ticket.dealer = :dealer)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2

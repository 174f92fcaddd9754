SELECT intake.received_on AS received_on, intake.calendar AS calendar, ticket.target_on AS target_on,
       ticket.limit_on AS limit_on, ticket.calendar_status AS calendar_status, ticket.calendar_hash AS calendar_hash,
       count(*) AS tickets
FROM ticket INDEXED BY ticket_open_limit JOIN intake ON intake.id = ticket.id
WHERE ticket.is_open = 1
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY 1, 2

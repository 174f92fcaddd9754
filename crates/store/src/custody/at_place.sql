SELECT custody.ticket AS ticket, custody.holder AS holder, user.name AS holder_name, custody.since AS since,
       custody.seen_at AS seen_at, place.id AS id, place.code AS code, place.name AS name, place.kind AS kind,
       place.is_active AS is_active
FROM custody
JOIN ticket ON ticket.id = custody.ticket
JOIN place ON place.id = custody.place
LEFT JOIN user ON user.id = custody.holder
WHERE custody.place = :place AND ticket.is_open = 1
ORDER BY ticket.limit_on, ticket.id

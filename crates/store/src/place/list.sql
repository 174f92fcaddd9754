SELECT place.id, place.code, place.name, place.kind, place.is_active,
       (SELECT count(*) FROM custody JOIN ticket ON ticket.id = custody.ticket
        WHERE custody.place = place.id AND ticket.is_open = 1) AS units
FROM place
ORDER BY place.is_active DESC, place.code

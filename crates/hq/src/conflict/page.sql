SELECT entity, place, field, operation, how FROM conflict
WHERE centre = $1 AND (entity, place) > ($2, $3)
ORDER BY entity, place LIMIT $4

SELECT id, place, state, begun_at, begun_by, ended_at, found, missing, unexpected, unknown FROM stocktake WHERE state = 'finished'
ORDER BY ended_at DESC, id
LIMIT :rows_max

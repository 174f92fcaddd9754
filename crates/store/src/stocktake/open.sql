SELECT id, place, state, begun_at, begun_by, ended_at, found, missing, unexpected, unknown FROM stocktake WHERE state = 'open'

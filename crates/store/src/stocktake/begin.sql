INSERT INTO stocktake (id, place, state, begun_at, begun_by) VALUES (:id, :place, 'open', :begun_at, :begun_by)

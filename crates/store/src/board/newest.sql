SELECT coalesce(max(rowid), 0) AS place FROM handover

SELECT quarantine.commit_seq, quarantine.reason, op.station, op.epoch, op.seq, op.received_at,
  substr(op.bytes, 1, 65536)
FROM quarantine JOIN op ON op.centre = quarantine.centre AND op.commit_seq = quarantine.commit_seq
WHERE quarantine.centre = $1 AND quarantine.commit_seq > $2
ORDER BY quarantine.commit_seq LIMIT $3

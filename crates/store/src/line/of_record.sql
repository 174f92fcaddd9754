SELECT EXISTS (SELECT 1 FROM journal JOIN chain ON chain.id = journal.chain
               WHERE journal.about = :entity AND journal.seq > chain.acked_seq AND chain.reason <> 'foreign'
                 AND (chain.forked_at IS NULL OR journal.seq < chain.forked_at)) AS is_waiting,
       EXISTS (SELECT 1 FROM ruling
               WHERE ruling.entity = :entity AND json_extract(verdict, '$.is') IN ('conflict', 'quarantined')) AS is_held

UPDATE handover SET closed_on = :closed_on WHERE id = :id

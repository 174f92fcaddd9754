SELECT * FROM handover WHERE ticket = :ticket

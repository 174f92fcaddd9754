UPDATE authorisation SET ticket = :ticket WHERE id = :id

UPDATE paper SET printed_to = :printed_to, printed_at = :printed_at WHERE id = :id

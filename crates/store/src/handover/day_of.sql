SELECT handed_over_on FROM handover WHERE ticket = :ticket

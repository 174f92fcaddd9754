UPDATE enquiry_unit
SET place = (SELECT coalesce(max(other.place) + 1, 0) FROM enquiry_unit AS other
             WHERE other.enquiry = enquiry_unit.enquiry AND other.id <> enquiry_unit.id)
WHERE id = :id

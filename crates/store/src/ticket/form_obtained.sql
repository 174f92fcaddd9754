UPDATE ticket SET form_obtained_on = :on, form_obtained_how = :how WHERE id = :id

DELETE FROM attachment WHERE draft = :draft

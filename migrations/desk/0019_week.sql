-- 0019: the sheet of a week. What a week's figures are counted by; hand-overs by day have their index already.

-- Diagnoses by the day on which they were made.
CREATE INDEX diagnosis_day ON diagnosis (made_on, ticket);

-- Enquiries by when they got their result.
CREATE INDEX enquiry_result ON enquiry (result_at) WHERE result_at IS NOT NULL;

-- Cancelled work orders by when that was. Those of the first versions do not say when they moved.
CREATE INDEX ticket_cancelled ON ticket (coalesce(moved_at, opened_at)) WHERE status = 'cancelled';

-- 0021: tasks. Open work orders whose unit came without consent (3.3) are found without reading their intakes.

CREATE INDEX intake_without_consent ON intake (id) WHERE authorisation = 'none';

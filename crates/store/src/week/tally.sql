WITH week AS MATERIALIZED (
  SELECT key AS place, value ->> '$.first_on' AS first_on, value ->> '$.last_on' AS last_on,
         value ->> '$.from_at' AS from_at, value ->> '$.to_at' AS to_at
  FROM json_each(:weeks)
),
-- Whatever was here in any of the weeks: it is here still, or it left since the first of them began. Days and instants that
-- have not come stand beyond all others.
unit AS MATERIALIZED (
  SELECT ticket.id AS id, intake.serial AS serial, intake.received_on AS received_on, ticket.target_on AS target_on,
         ticket.limit_on AS limit_on, '9999-12-31' AS left_on, 9223372036854775807 AS cancelled_at
  FROM ticket INDEXED BY ticket_open_limit JOIN intake ON intake.id = ticket.id
  WHERE ticket.is_open = 1
  UNION ALL
  SELECT ticket.id, intake.serial, intake.received_on, ticket.target_on, ticket.limit_on, handover.handed_over_on,
         9223372036854775807
  FROM handover INDEXED BY handover_day JOIN ticket ON ticket.id = handover.ticket JOIN intake ON intake.id = ticket.id
  WHERE handover.handed_over_on >= :from_on
  UNION ALL
  SELECT ticket.id, intake.serial, intake.received_on, ticket.target_on, ticket.limit_on, '9999-12-31',
         coalesce(ticket.moved_at, ticket.opened_at)
  FROM ticket INDEXED BY ticket_cancelled JOIN intake ON intake.id = ticket.id
  WHERE ticket.status = 'cancelled' AND coalesce(ticket.moved_at, ticket.opened_at) >= :from_at
),
flow AS MATERIALIZED (
  SELECT week.place AS place,
         count(*) FILTER (WHERE received_on >= first_on AND cancelled_at >= to_at) AS received,
         count(*) FILTER (WHERE left_on BETWEEN first_on AND last_on) AS returned,
         count(*) FILTER (WHERE left_on BETWEEN first_on AND last_on AND left_on <= target_on) AS on_target,
         count(*) FILTER (WHERE left_on BETWEEN first_on AND last_on AND left_on <= limit_on) AS on_limit,
         count(*) FILTER (WHERE left_on > last_on AND cancelled_at >= to_at) AS open,
         count(*) FILTER (WHERE left_on > last_on AND cancelled_at >= to_at AND limit_on < last_on) AS overdue
  FROM week JOIN unit ON unit.received_on <= week.last_on
  GROUP BY week.place
),
-- When what came in these weeks had been handed over last.
back AS MATERIALIZED (
  SELECT received_on, cancelled_at,
         julianday(received_on) - julianday(
           (SELECT max(handover.handed_over_on)
            FROM intake AS earlier INDEXED BY intake_serial JOIN handover ON handover.ticket = earlier.id
            WHERE earlier.serial = unit.serial AND earlier.id <> unit.id
              AND handover.handed_over_on <= unit.received_on)) AS days
  FROM unit
  WHERE received_on BETWEEN :from_on AND :to_on
),
repeated AS MATERIALIZED (
  SELECT week.place AS place, count(*) FILTER (WHERE days <= :short_days) AS repeats_short,
         count(*) FILTER (WHERE days <= :long_days) AS repeats_long
  FROM week JOIN back ON back.received_on BETWEEN week.first_on AND week.last_on AND back.cancelled_at >= week.to_at
  GROUP BY week.place
),
-- Of each work order the last diagnosis of the week.
concluded AS MATERIALIZED (
  SELECT week.place AS place, count(*) AS diagnosed,
         count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM diagnosis_line
           WHERE diagnosis_line.diagnosis = diagnosis.id
             AND diagnosis_line.fault IN (SELECT value FROM json_each(:no_faults)))) AS no_fault_found
  FROM week JOIN diagnosis INDEXED BY diagnosis_day ON diagnosis.made_on BETWEEN week.first_on AND week.last_on
  WHERE NOT EXISTS (SELECT 1 FROM diagnosis AS later
                    WHERE later.ticket = diagnosis.ticket AND later.made_on BETWEEN week.first_on AND week.last_on
                      AND (later.made_at, later.rowid) > (diagnosis.made_at, diagnosis.rowid))
  GROUP BY week.place
),
answered AS MATERIALIZED (
  SELECT week.place AS place, count(*) AS enquiries, count(*) FILTER (WHERE result = :solved_remotely) AS solved_remotely
  FROM week JOIN enquiry INDEXED BY enquiry_result ON enquiry.result_at >= week.from_at AND enquiry.result_at < week.to_at
  WHERE enquiry.is_open = 0
  GROUP BY week.place
)
SELECT coalesce(received, 0) AS received, coalesce(returned, 0) AS returned, coalesce(on_target, 0) AS on_target,
       coalesce(on_limit, 0) AS on_limit, coalesce(open, 0) AS open, coalesce(overdue, 0) AS overdue,
       coalesce(repeats_short, 0) AS repeats_short, coalesce(repeats_long, 0) AS repeats_long,
       coalesce(diagnosed, 0) AS diagnosed, coalesce(no_fault_found, 0) AS no_fault_found,
       coalesce(enquiries, 0) AS enquiries, coalesce(solved_remotely, 0) AS solved_remotely
FROM week
-- Five rows each: an index for them would cost more than it saves.
LEFT JOIN flow ON +flow.place = week.place LEFT JOIN repeated ON +repeated.place = week.place
LEFT JOIN concluded ON +concluded.place = week.place LEFT JOIN answered ON +answered.place = week.place
ORDER BY week.place

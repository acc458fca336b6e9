-- A handful of issues a day, raised in the hours in which people work. Parameters: $first, $last (day numbers).
CREATE OR REPLACE TEMP TABLE issue AS
WITH numbered AS (
  SELECT *, number::BIGINT * 1000 + place AS issue_id
  FROM (SELECT *, unnest(range(4 + floor(5 * draw(number, 'issues'))::INTEGER)) AS place
    FROM plan WHERE number BETWEEN $first AND $last)
),
raised AS (
  SELECT issue_id, make_timestamptz(begins + 1000000 * floor(draw(issue_id, 'issue second') * lasts / 1000000)::BIGINT)
    AS opened_at
  FROM numbered n
    JOIN hour_slot s ON s.weekday = n.weekday AND s.slot = slot_of(n.hour_slots, draw(issue_id, 'issue hour'))
    JOIN hour_start h ON h.number = n.number AND h.hour = s.hour
),
handled AS (
  SELECT *, add_hours(opened_at, 0.2 - 3 * ln(1 - draw(issue_id, 'ack'))) AS seen_at,
    add_hours(opened_at, least(2 - 110 * ln(1 - draw(issue_id, 'resolve')), 40 * 24)) AS ends_at,
    draw(issue_id, 'severity') AS gravity, draw(issue_id, 'where') AS place
  FROM raised WHERE opened_at <= getvariable('as_of')
),
located AS (
  SELECT h.*, r.region_name FROM handled h
  LEFT JOIN region r ON h.place >= 0.08 AND r.region_id = pick(getvariable('regions'), draw(h.issue_id, 'region'))
)
SELECT issue_id, opened_at, CASE WHEN ends_at <= getvariable('as_of') THEN ends_at END AS resolved_at,
  CASE WHEN gravity < 0.06 THEN 'critical' WHEN gravity < 0.25 THEN 'high' WHEN gravity < 0.65 THEN 'medium' ELSE 'low' END
    AS severity,
  CASE WHEN ends_at <= getvariable('as_of') THEN 'resolved' WHEN seen_at <= getvariable('as_of') THEN 'acknowledged'
    ELSE 'new' END AS status,
  region_name,
  pick(['Parts are late at ', 'Intake form times out in ', 'Courier missed pick-ups in ', 'Loan devices run short in ',
    'Backlog above plan in ', 'Wrong price list used in '], draw(issue_id, 'title')) || coalesce(region_name, 'all regions')
    AS title,
  getvariable('as_of') AS loaded_at
FROM located

-- Alerts from monitoring, by the hour like everything else. Parameters: $first, $last (day numbers).
CREATE OR REPLACE TEMP TABLE alert AS
WITH numbered AS (
  SELECT *, number::BIGINT * 10000 + place AS alert_id
  FROM (SELECT *, unnest(range(900 + floor(200 * draw(number, 'alerts'))::INTEGER)) AS place
    FROM plan WHERE number BETWEEN $first AND $last)
),
raised AS (
  SELECT alert_id, make_timestamptz(begins + 1000000 * floor(draw(alert_id, 'alert second') * lasts / 1000000)::BIGINT)
    AS raised_at
  FROM numbered n
    JOIN hour_slot s ON s.weekday = n.weekday AND s.slot = slot_of(n.hour_slots, draw(alert_id, 'alert hour'))
    JOIN hour_start h ON h.number = n.number AND h.hour = s.hour
),
known AS (
  SELECT *, add_hours(raised_at, least(0.02 - 0.4 * ln(1 - draw(alert_id, 'ack')), 24)) AS seen_at,
    draw(alert_id, 'severity') AS gravity
  FROM raised WHERE raised_at <= getvariable('as_of')
)
SELECT alert_id, raised_at,
  CASE WHEN gravity < 0.22 THEN 'critical' WHEN gravity < 0.55 THEN 'warning' ELSE 'info' END AS severity,
  pick(['intake', 'intake', 'partner portal', 'payments', 'fraud watch', 'courier feed', 'call centre'],
    draw(alert_id, 'source')) AS source,
  region_name, CASE WHEN seen_at <= getvariable('as_of') THEN seen_at END AS acknowledged_at,
  getvariable('as_of') AS loaded_at
FROM known k
LEFT JOIN region r ON draw(k.alert_id, 'no region') >= 0.03
  AND r.region_id = pick(getvariable('regions'), draw(k.alert_id, 'region'))

SELECT
  "spine"."bucket",
  SUM("daily"."value") AS "value"
FROM (
  SELECT
    CAST("steps"."bucket" AS DATE) AS "bucket",
    CAST("steps"."first_day" AS DATE) AS "first_day",
    CAST("steps"."last_day" AS DATE) AS "last_day"
  FROM (VALUES
    ('2025-11-17', '2025-10-21', '2025-11-17'),
    ('2025-11-18', '2025-10-22', '2025-11-18'),
    ('2025-11-19', '2025-10-23', '2025-11-19')) AS "steps"("bucket", "first_day", "last_day")
) AS "spine"
LEFT JOIN (
  SELECT
    CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
    COUNT("ev_claim"."claim_id") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  WHERE
    "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  GROUP BY
    1
) AS "daily"
  ON "daily"."bucket" >= "spine"."first_day"
  AND "daily"."bucket" <= "spine"."last_day"
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

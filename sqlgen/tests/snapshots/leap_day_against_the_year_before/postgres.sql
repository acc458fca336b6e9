SELECT
  'current' AS "period",
  "bucket",
  "value"
FROM (
  SELECT
    CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
    SUM("ev_claim"."cost") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  WHERE
    "ev_claim"."opened_at" >= CAST('2024-02-01 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2024-03-01 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."status" <> 'rejected'
  GROUP BY
    1
) AS "current"
UNION ALL
SELECT
  'previous' AS "period",
  "bucket",
  "value"
FROM (
  SELECT
    CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
    SUM("ev_claim"."cost") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  WHERE
    "ev_claim"."opened_at" >= CAST('2023-02-01 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2023-03-01 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."status" <> 'rejected'
  GROUP BY
    1
) AS "previous"
ORDER BY
  2 ASC NULLS FIRST,
  1 ASC

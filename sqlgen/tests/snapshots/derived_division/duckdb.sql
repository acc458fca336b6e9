SELECT
  "bucket",
  CAST(COALESCE(MAX(CASE WHEN "_part" = 'cost' THEN "value" END), 0) AS DOUBLE) / NULLIF(COALESCE(MAX(CASE WHEN "_part" = 'customers' THEN "value" END), 0), 0) AS "value"
FROM (
  SELECT
    'cost' AS "_part",
    "bucket",
    "value"
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
      SUM("ev_claim"."cost") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."status" <> 'rejected'
    GROUP BY
      1
  ) AS "cost"
  UNION ALL
  SELECT
    'customers' AS "_part",
    "bucket",
    "value"
  FROM (
    SELECT
      CAST(DATE_TRUNC('MONTH', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
      COUNT(DISTINCT "ev_claim"."customer_id") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
    GROUP BY
      1
  ) AS "customers"
) AS "parts"
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

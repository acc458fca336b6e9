SELECT
  MAX(CASE WHEN "period" = 'current' THEN "value" END) AS "value",
  MAX(CASE WHEN "period" = 'previous' THEN "value" END) AS "previous_value"
FROM (
  SELECT
    'current' AS "period",
    "value"
  FROM (
    SELECT
      SUM("ev_claim"."cost") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."status" <> 'rejected'
  ) AS "current"
  UNION ALL
  SELECT
    'previous' AS "period",
    "value"
  FROM (
    SELECT
      SUM("ev_claim"."cost") AS "value"
    FROM "l3"."ev_claim" AS "ev_claim"
    WHERE
      "ev_claim"."opened_at" >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."status" <> 'rejected'
  ) AS "previous"
) AS "periods"

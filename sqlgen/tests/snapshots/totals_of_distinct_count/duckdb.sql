SELECT
  CAST(DATE_TRUNC('WEEK', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
  COALESCE("ev_claim"."channel", 'Unknown') AS "channel",
  COUNT(DISTINCT "ev_claim"."customer_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
GROUP BY
  GROUPING SETS (
    (1, 2),
    ()
  )
ORDER BY
  1 ASC NULLS FIRST,
  2 ASC

SELECT
  CAST(DATE_TRUNC('MONTH', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
  COUNT("ev_visit"."visit_id") AS "value"
FROM "l3"."ev_visit" AS "ev_visit"
LEFT JOIN "l3"."ev_claim" AS "ev_claim"
  ON "ev_visit"."claim_id" = "ev_claim"."claim_id"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

SELECT
  CAST(DATE_TRUNC('YEAR', "ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon') AS DATE) AS "bucket",
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2023-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2026-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
GROUP BY
  1
ORDER BY
  1 ASC NULLS FIRST

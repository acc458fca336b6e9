SELECT
  COUNT(CASE WHEN "ev_claim"."is_repeat" THEN 1 END) AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-01-01 00:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-21 00:00:00+00:00' AS TIMESTAMPTZ)

SELECT
  COALESCE(CAST("ev_claim"."satisfaction" AS TEXT), 'Unknown') AS "satisfaction",
  COALESCE(CAST("ev_claim"."is_repeat" AS TEXT), 'Unknown') AS "is_repeat",
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
GROUP BY
  1,
  2
ORDER BY
  3 DESC,
  1 ASC,
  2 ASC

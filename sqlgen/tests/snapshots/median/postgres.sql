SELECT
  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
    CAST("ev_claim"."cost" AS DOUBLE PRECISION)) AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-10-19 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-17 00:00:00+00:00' AS TIMESTAMPTZ)

SELECT
  COALESCE("dim_region"."region_name", 'Unknown') AS "region",
  COALESCE("dim_region_2"."region_name", 'Unknown') AS "repair_region",
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
LEFT JOIN "l3"."dim_region" AS "dim_region"
  ON "ev_claim"."region_id" = "dim_region"."region_id"
LEFT JOIN "l3"."dim_region" AS "dim_region_2"
  ON "ev_claim"."repair_region_id" = "dim_region_2"."region_id"
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

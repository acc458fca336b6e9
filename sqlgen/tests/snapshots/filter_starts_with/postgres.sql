SELECT
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
LEFT JOIN "l3"."dim_product" AS "dim_product"
  ON "ev_claim"."product_id" = "dim_product"."product_id"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  AND "dim_product"."product_name" LIKE 'Pix%' ESCAPE '!'

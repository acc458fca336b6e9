SELECT
  "product_name",
  "value"
FROM (
  SELECT
    COALESCE("dim_product"."product_name", 'Unknown') AS "product_name",
    SUM("ev_claim"."cost") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  LEFT JOIN "l3"."dim_product" AS "dim_product"
    ON "ev_claim"."product_id" = "dim_product"."product_id"
  WHERE
    "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."status" <> 'rejected'
  GROUP BY
    1
) AS "answer"
ORDER BY
  2 DESC NULLS LAST,
  "answer"."product_name" COLLATE "C" ASC
LIMIT 5

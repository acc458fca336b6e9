SELECT
  "series"."bucket",
  "series"."product_name",
  "series"."value"
FROM (
  SELECT
    CAST("ev_claim"."opened_at" AT TIME ZONE 'Europe/Lisbon' AS DATE) AS "bucket",
    COALESCE("dim_product"."product_name", 'Unknown') AS "product_name",
    SUM("ev_claim"."cost") AS "value"
  FROM "l3"."ev_claim" AS "ev_claim"
  LEFT JOIN "l3"."dim_product" AS "dim_product"
    ON "ev_claim"."product_id" = "dim_product"."product_id"
  WHERE
    "ev_claim"."opened_at" >= CAST('2025-11-13 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
    AND "ev_claim"."status" <> 'rejected'
  GROUP BY
    GROUPING SETS (
      (1, 2),
      ()
    )
) AS "series"
LEFT JOIN (
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
      "ev_claim"."opened_at" >= CAST('2025-11-13 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
      AND "ev_claim"."status" <> 'rejected'
    GROUP BY
      1
  ) AS "answer"
  ORDER BY
    2 DESC NULLS LAST,
    "answer"."product_name" COLLATE "C" ASC
  LIMIT 3
) AS "top"
  ON "series"."product_name" = "top"."product_name"
WHERE
  "series"."bucket" IS NULL OR NOT "top"."product_name" IS NULL
ORDER BY
  1 ASC NULLS FIRST,
  2 ASC

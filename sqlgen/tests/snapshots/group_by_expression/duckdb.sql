SELECT
  COALESCE(
    CAST(CASE WHEN "ev_claim"."cost" < 100 THEN 'small' ELSE 'large' END AS TEXT),
    'Unknown'
  ) AS "size",
  SUM("ev_claim"."cost") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."opened_at" >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."opened_at" < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMPTZ)
  AND "ev_claim"."status" <> 'rejected'
GROUP BY
  1
ORDER BY
  2 DESC,
  1 ASC

SELECT
  COALESCE("ev_claim"."channel", 'Unknown') AS "channel",
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."status" = 'open'
GROUP BY
  1
ORDER BY
  2 DESC NULLS LAST,
  1 ASC

SELECT
  COUNT("ev_claim"."claim_id") AS "value"
FROM "l3"."ev_claim" AS "ev_claim"
WHERE
  "ev_claim"."status" = 'open'

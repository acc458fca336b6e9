SELECT
  COUNT(`ev_claim`.`claim_id`) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
  AND NOT `ev_claim`.`channel` IS NULL
  AND NOT `ev_claim`.`channel` IN ('web')

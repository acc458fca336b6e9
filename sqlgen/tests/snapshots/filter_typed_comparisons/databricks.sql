SELECT
  COUNT(`ev_claim`.`claim_id`) AS `value`
FROM `l3`.`ev_claim` AS `ev_claim`
WHERE
  `ev_claim`.`opened_at` >= CAST('2025-10-20 23:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`opened_at` < CAST('2025-11-20 00:00:00+00:00' AS TIMESTAMP)
  AND `ev_claim`.`satisfaction` >= 4
  AND `ev_claim`.`due_date` < CAST('2025-12-24' AS DATE)
  AND `ev_claim`.`is_repeat` IN (TRUE)
  AND EXTRACT(HOUR FROM FROM_UTC_TIMESTAMP(`ev_claim`.`opened_at`, 'Europe/Lisbon')) IN (9, 10)

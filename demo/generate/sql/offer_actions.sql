-- Offers made while a claim is handled: a share of the claims, so that the table stays operational in size.
INSERT INTO next_best_action
SELECT claim_id, add_hours(opened_at, 0.05 + 0.4 * draw(claim_id, 'offer')),
  draw(claim_id, 'take') < 0.27 + 0.07 * trend + CASE channel WHEN 'app' THEN 0.05 WHEN 'phone' THEN -0.06 ELSE 0 END,
  pick(['loan_device', 'loan_device', 'plan_upgrade', 'self_repair', 'self_repair', 'shop_visit'], draw(claim_id, 'nba')),
  r.region_name, channel, add_hours(opened_at, 0.5)
FROM chunk LEFT JOIN region r USING (region_id)
WHERE draw(claim_id, 'offered') < getvariable('offer_share')
  AND add_hours(opened_at, 0.5) <= getvariable('as_of')

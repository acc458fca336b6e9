-- The chunk as it is known at `as_of`, in the order in which the claims were opened.
INSERT INTO lake.l3_claims.ev_claim
SELECT
  claim_id, opened_at, CASE WHEN closed THEN closes_at END, customer_id,
  pick(['ines', 'tomasz', 'leena', 'joão', 'ayşe', 'björn', 'zoë', '花子', 'chloé', 'miłosz'], draw(customer_id, 'name'))
    || '.' || customer_id || '@example.org',
  device_id, product_id, region_id,
  CASE WHEN closed AND will_be_rejected THEN 'rejected' WHEN closed THEN 'closed' WHEN assessed THEN 'in_progress'
    ELSE 'open' END,
  CASE WHEN NOT assessed OR (closed AND will_be_rejected) OR draw(claim_id, 'unrecorded') < 0.012 THEN NULL
    WHEN repaired THEN 'repair' ELSE 'replacement' END,
  channel,
  CASE WHEN assessed AND repaired THEN worth - repair_worth ELSE 0 END,
  CASE WHEN assessed AND NOT repaired THEN worth ELSE 0 END,
  CASE WHEN assessed AND repaired THEN repair_worth ELSE 0 END,
  CASE WHEN closed THEN answer END,
  is_repeat, loaded_at
FROM chunk
ORDER BY opened_at, claim_id

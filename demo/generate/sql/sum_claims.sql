-- The exact aggregate of what was written for the days $first to $last: same rows, same filters, same local days.
INSERT INTO kpi_daily
SELECT
  DATE '1970-01-01' + (claim_id // 1000000)::INTEGER, coalesce(r.region_name, 'Unknown'), p.device_type,
  count(*), count(*) FILTER (WHERE is_repeat), count(*) FILTER (WHERE resolution = 'repair'),
  count(*) FILTER (WHERE resolution = 'replacement'),
  coalesce(sum(cost_avoided_usd) FILTER (WHERE status <> 'rejected'), 0),
  coalesce(sum(replacement_cost_usd) FILTER (WHERE status <> 'rejected'), 0),
  coalesce(sum(satisfaction), 0), count(satisfaction), max(c.loaded_at)
FROM lake.l3_claims.ev_claim c
  JOIN product p USING (product_id) LEFT JOIN region r USING (region_id)
WHERE claim_id >= $first::BIGINT * 1000000 AND claim_id < ($last::BIGINT + 1) * 1000000
GROUP BY ALL

--- faithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | one scan
SELECT COALESCE(SUM(CASE WHEN status <> 'rejected' THEN cost_avoided_usd END), 0) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | cost_avoided_per_claim | databricks | {"window": "2025-10-01..2025-11-01"} | two CTEs
WITH cost AS (SELECT COALESCE(SUM(cost_avoided_usd), 0) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND status <> 'rejected'), claims AS (SELECT COUNT(claim_id) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)) SELECT CAST(cost.v AS DOUBLE) / NULLIF(claims.v, 0) AS value FROM cost, claims

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | rejected claims left out below too
SELECT COALESCE(SUM(cost_avoided_usd), 0) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | a mean leaves out claims without an amount
SELECT AVG(CASE WHEN status <> 'rejected' THEN cost_avoided_usd ELSE 0 END) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | rejected claims above too
SELECT COALESCE(SUM(cost_avoided_usd), 0) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01"} | a sum of quotients
SELECT SUM(cost_avoided_usd / NULLIF(1, 0)) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | regions with nothing summed told as nothing known
SELECT COALESCE(r.region_name, 'Unknown') AS region, SUM(c.cost_avoided_usd) FILTER (WHERE c.status <> 'rejected') / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | each counted by itself
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*) FILTER (WHERE resolution = 'repair') + COUNT(*) FILTER (WHERE resolution = 'replacement'), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | the two below the other way round
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*) FILTER (WHERE resolution = 'replacement') + COUNT(*) FILTER (WHERE resolution = 'repair'), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND resolution IN ('repair', 'replacement')

--- faithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | both kinds counted at once
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND resolution IN ('repair', 'replacement')

--- faithful | repair_rate | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | both kinds in one scan, by region
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT_IF(c.resolution = 'repair') / NULLIF(COUNT_IF(c.resolution = 'repair') + COUNT_IF(c.resolution = 'replacement'), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND c.resolution IN ('repair', 'replacement') GROUP BY 1

--- unfaithful | repair_rate | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["region"]} | regions where nothing was assessed are there too
SELECT COALESCE(r.region_name, 'Unknown') AS region, COUNT_IF(c.resolution = 'repair') / NULLIF(COUNT_IF(c.resolution = 'repair') + COUNT_IF(c.resolution = 'replacement'), 0) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r ON c.region_id = r.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- unfaithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | over all claims
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | repairs over replacements
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*) FILTER (WHERE resolution = 'replacement'), 0) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | repair_rate | duckdb | {"window": "2025-10-01..2025-11-01"} | without brackets
SELECT COUNT(*) FILTER (WHERE resolution = 'repair')::double / NULLIF(COUNT(*) FILTER (WHERE resolution = 'repair'), 0) + COUNT(*) FILTER (WHERE resolution = 'replacement') AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | example:net | duckdb | {"window": "2025-10-01..2025-11-01"} | a difference of counts
SELECT COUNT(claim_id) - COUNT(CASE WHEN is_repeat THEN 1 END) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:net | duckdb | {"window": "2025-10-01..2025-11-01"} | those that are not repeats: some are not known
SELECT COUNT(claim_id) FILTER (WHERE NOT is_repeat) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:net | duckdb | {"window": "2025-10-01..2025-11-01"} | the wrong way round
SELECT COUNT(CASE WHEN is_repeat THEN 1 END) - COUNT(claim_id) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:net | duckdb | {"window": "2025-10-01..2025-11-01"} | a key that is not known to have a value
SELECT COUNT(*) - COUNT(CASE WHEN is_repeat THEN 1 END) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | example:cost_per_customer | duckdb | {"window": "2025-10-01..2025-11-01"} | a sum over a distinct count
SELECT COALESCE(SUM(CASE WHEN status <> 'rejected' THEN cost END), 0) / NULLIF(COUNT(DISTINCT customer_id), 0) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:cost_per_customer | duckdb | {"window": "2025-10-01..2025-11-01"} | over claims, not customers
SELECT COALESCE(SUM(CASE WHEN status <> 'rejected' THEN cost END), 0) / NULLIF(COUNT(customer_id), 0) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | example:cost_per_customer | duckdb | {"window": "2025-10-01..2025-11-01"} | customers of accepted claims only
SELECT COALESCE(SUM(cost), 0) / NULLIF(COUNT(DISTINCT customer_id), 0) AS value FROM l3.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected'

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS, the outer key first
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT * FROM l3_claims.dim_region AS r WHERE c.region_id = r.region_id AND r.region_name = 'Lisboa')

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS with the condition ahead of the key
SELECT COUNT(claim_id) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND EXISTS (SELECT r.region_id FROM l3_claims.dim_region AS r WHERE r.region_name = 'Lisboa' AND r.region_id = c.region_id)

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS selects NULL, which is a row too
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c WHERE ((c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ))) AND EXISTS (SELECT NULL AS x FROM l3.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "maker_name", "op": "in", "values": ["G"]}]} | EXISTS over two joined tables
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3.dim_product AS p JOIN l3.dim_maker AS m ON p.maker_id = m.maker_id WHERE p.product_id = c.product_id AND m.maker_name = 'G')

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over the chosen rows
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') AS r WHERE r.region_id = c.region_id)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over a CTE of the chosen rows
WITH there AS (SELECT region_id AS id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM there WHERE id = region_id)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["country"], "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS beside a join for the dimension
SELECT COALESCE(d.country, 'Unknown') AS country, COUNT(*) AS value FROM l3_claims.ev_claim AS c LEFT JOIN l3_claims.dim_region AS d ON c.region_id = d.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa') GROUP BY 1

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over the first row there is
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' LIMIT 1)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over keys that another query has
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_id IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa'))

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over what follows the first row
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' LIMIT 1 OFFSET 1)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | NOT EXISTS
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND NOT EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | NOT EXISTS
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND NOT EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | NOT EXISTS of the other rows
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND NOT EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name <> 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS of any region
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01"} | EXISTS that nobody asked for
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over a filtered table
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM (SELECT * FROM l3_claims.dim_region WHERE country = 'Portugal') AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS with one condition more
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' AND r.opened_on < DATE '2020-01-01')

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS by the other region's key
SELECT COUNT(claim_id) AS value FROM l3.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3.dim_region AS r WHERE r.region_id = c.repair_region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS by another column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.product_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS by the key or by the name
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id OR r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS that looks at no claim
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | the inner table's column where the claim's was meant
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}, {"dimension": "channel", "op": "in", "values": ["web"]}]} | what EXISTS selects has the name of the claim's column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT r.country AS channel FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' AND channel = 'web')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | the inner table has the outer one's name
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS c WHERE c.region_id = c.region_id AND c.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over a count, which is always a row
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT COUNT(*) FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over no rows
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' LIMIT 0)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over groups of two
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa' GROUP BY r.country HAVING COUNT(*) > 1)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS or something else
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa') OR c.channel = 'web')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS over two answers
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM (SELECT region_id, region_name FROM l3_claims.dim_region UNION ALL SELECT region_id, 'Lisboa' FROM l3_claims.dim_region WHERE country = 'Portugal') AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | EXISTS inside an outer join's rows
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c LEFT JOIN (SELECT * FROM l3_claims.dim_region AS r WHERE EXISTS (SELECT 1 FROM l3_claims.dim_region AS o WHERE o.region_id = r.region_id AND o.region_name = 'Lisboa')) AS d ON c.region_id = d.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | ANY of a written list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = ANY (ARRAY['app', 'web'])

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | ANY of a list in brackets
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = ANY (['app', 'web'])

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | IN a list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ['app', 'web']

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | ALL of a list keeps the unknown
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (channel <> ALL (['web']) OR channel IS NULL)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | not ANY of a list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (NOT channel = ANY (['web']) OR channel IS NULL)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list of a value too few
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = ANY (['web'])

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list of a value too many
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ['app', 'web', 'phone']

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | the others
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel <> ALL (['app', 'web'])

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | ALL of a list loses the unknown
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel <> ALL (['web'])

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list beside another column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status = ANY (['app', 'web'])

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list with an unknown value, turned about
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = ANY (['app', 'web', NULL]) IS NOT FALSE

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list in another case
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ['app', 'WEB']

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list of columns searched
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND LIST_HAS_ANY([channel, status], ['app', 'web'])

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | ANY of a written list
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY (ARRAY['Évora', 'Lisboa'])

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | SOME of a written list
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = SOME (ARRAY['Évora', 'Lisboa'])

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | ANY of a list in a text
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY ('{Lisboa,Évora}')

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | ANY of a text cast to a list
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY ('{Lisboa, Évora}'::text[])

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | ANY of a list that is cast
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY (ARRAY['Lisboa', 'Évora']::text[])

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | a list of a value too few
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY (ARRAY['Lisboa'])

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | a list in a text of a value too many
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ANY ('{Lisboa,Évora,東京}')

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | ALL for ANY
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name = ALL (ARRAY['Lisboa', 'Évora'])

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | the others
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name <> ALL (ARRAY['Lisboa', 'Évora'])

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | patterns for values
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name LIKE ANY (ARRAY['Lisboa', '_vora', '%o%'])

--- unfaithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Évora"]}]} | a list in a list
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim AS c LEFT JOIN l3.dim_region AS r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND ARRAY[r.region_name::text] <@ ARRAY['Lisboa', 'Évora', '東京']

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list of a value too many, searched
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND ARRAY_CONTAINS(ARRAY('web', 'app', 'phone'), channel)

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a list that is always as long
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND SIZE(ARRAY(channel)) = 1

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01"} | a pivot of one value
SELECT web AS value FROM (SELECT channel, claim_id FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) PIVOT (COUNT(claim_id) FOR channel IN ('web'))

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01"} | rows multiplied by a list
SELECT COUNT(*) AS value FROM l3_claims.ev_claim CROSS JOIN UNNEST([1, 2]) AS t(n) WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01"} | rows multiplied by LATERAL VIEW
SELECT COUNT(*) AS value FROM l3_claims.ev_claim LATERAL VIEW EXPLODE(ARRAY(1, 2)) t AS n WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01"} | rows stacked
SELECT COUNT(q.v) AS value FROM (SELECT STACK(2, 'a', claim_id, 'b', claim_id) AS (k, v) FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)) AS q

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | IN
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ('app', 'web')

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | OR of equalities
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND ('web' = channel OR channel = 'app')

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | one value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND channel = 'web'

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | its shown value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND COALESCE(channel, 'Unknown') = 'web'

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | LIKE without a wildcard
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel LIKE 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a value too few
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "app"]}]} | a value too many
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ('web', 'app', 'phone')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | another case
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = 'Web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | any case
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel ILIKE 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | another column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status = 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | a trimmed value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND TRIM(channel) = 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | filter dropped
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web"]}]} | OR without brackets
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) OR channel = 'web'

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | NOT IN keeps the unknown
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (channel NOT IN ('web') OR channel IS NULL)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | IS DISTINCT FROM
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IS DISTINCT FROM 'web'

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | by its shown value
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND COALESCE(channel, 'Unknown') <> 'web'

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | NOT of the null-safe comparison
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND NOT (channel <=> 'web')

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web", "app"]}]} | each on its own
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (channel IS NULL OR (channel <> 'app' AND channel <> 'web'))

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | loses the unknown
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel <> 'web'

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | NOT IN with NULL holds nowhere
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel NOT IN ('web', NULL)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "Unknown"]}]} | the unknown by its name
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND COALESCE(channel, 'Unknown') IN ('web', 'Unknown')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "in", "values": ["web", "Unknown"]}]} | the unknown forgotten
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IN ('web', 'Unknown')

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "is_null", "values": []}]} | IS NULL
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel IS NULL

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_null", "values": []}]} | NOT … IS NULL
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND NOT channel IS NULL

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "is_null", "values": []}]} | an empty text is not NULL
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = ''

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "is_null", "values": []}]} | = NULL
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND channel = NULL

--- faithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["100%_"]}]} | LIKE with its own escape
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND p.product_name LIKE '%100#%#_%' ESCAPE '#'

--- faithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["100%_"]}]} | a function without wildcards
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND contains(p.product_name, '100%_')

--- faithful | claims_by_product | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["Pix"]}]} | LIKE
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND p.product_name LIKE '%Pix%'

--- faithful | claims_by_product | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "starts_with", "values": ["Pix"]}]} | STARTSWITH, inner join
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c INNER JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND STARTSWITH(p.product_name, 'Pix')

--- faithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["Pix"]}]} | a position
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND strpos(p.product_name, 'Pix') > 0

--- unfaithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["100%_"]}]} | wildcards not escaped
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND p.product_name LIKE '%100%_%'

--- unfaithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["Pix"]}]} | any case
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND LOWER(p.product_name) LIKE '%pix%'

--- unfaithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["Pix"]}]} | at the start only
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND p.product_name LIKE 'Pix%'

--- unfaithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "starts_with", "values": ["Pix"]}]} | anywhere
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND p.product_name LIKE '%Pix%'

--- unfaithful | claims_by_product | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "product", "op": "contains", "values": ["Pix"]}]} | another column
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON c.product_id = p.product_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND p.manufacturer LIKE '%Pix%'

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "hour", "op": "gte", "values": [18]}]} | hours of the zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXTRACT(HOUR FROM opened_at AT TIME ZONE 'Europe/Lisbon') >= 18

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "hour", "op": "gte", "values": [18]}]} | above 17, the constant first
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND 17 < hour(opened_at AT TIME ZONE 'Europe/Lisbon')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "hour", "op": "gte", "values": [18]}]} | without the 18th
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXTRACT(HOUR FROM opened_at AT TIME ZONE 'Europe/Lisbon') > 18

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "is_repeat", "op": "in", "values": ["true"]}]} | a boolean
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "is_repeat", "op": "in", "values": ["true"]}]} | its opposite
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND is_repeat = FALSE

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | the joined table filtered before it is joined
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') r ON r.region_id = c.region_id WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | by a list of keys
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.region_id IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa')

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | IS NOT TRUE
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (channel = 'web') IS NOT TRUE

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "channel", "op": "not_in", "values": ["web"]}]} | IS FALSE
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (channel = 'web') IS FALSE

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | by a list of keys from a CTE
WITH keys AS (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) AND region_id IN (SELECT region_id FROM keys)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | by a list of every key
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND region_id IN (SELECT region_id FROM l3_claims.dim_region)

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | in none of a list of keys
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND region_id NOT IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | a list of keys, or anything open
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND (region_id IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa') OR status = 'open')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | another column in the list of keys
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND product_id IN (SELECT region_id FROM l3_claims.dim_region WHERE region_name = 'Lisboa')

--- unfaithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01"} | a list of keys of those who asked for service
SELECT COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND claim_id IN (SELECT claim_id FROM l3_claims.ev_service_request)

--- faithful | claim_arrivals | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa"]}]} | where there is such a region
SELECT COUNT(*) AS value FROM l3_claims.ev_claim AS c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND EXISTS (SELECT 1 FROM l3_claims.dim_region AS r WHERE r.region_id = c.region_id AND r.region_name = 'Lisboa')

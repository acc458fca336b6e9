--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date of year and month
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')), 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | strftime first of month
SELECT CAST(STRFTIME((c.opened_at AT TIME ZONE 'Europe/Lisbon'), '%Y-%m-01') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "year"} | make_date year
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), 1, 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "quarter"} | make_date quarter
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), QUARTER((c.opened_at AT TIME ZONE 'Europe/Lisbon')) * 3 - 2, 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weekday arithmetic
SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) - CAST(ISODOW((c.opened_at AT TIME ZONE 'Europe/Lisbon')) - 1 AS INTEGER) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | window by year and month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | window by extract year and month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE EXTRACT(YEAR FROM (c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND EXTRACT(MONTH FROM (c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | window by strftime
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE STRFTIME((c.opened_at AT TIME ZONE 'Europe/Lisbon'), '%Y-%m') = '2025-10'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | in values
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IN (SELECT v.n FROM (VALUES ('Lisboa'), ('Porto')) AS v(n))

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | in bare values
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IN (VALUES ('Lisboa'), ('Porto'))

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | strftime %u
SELECT STRFTIME((c.opened_at AT TIME ZONE 'Europe/Lisbon'), '%u') AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | dow case
SELECT CAST(CASE WHEN EXTRACT(DOW FROM (c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 0 THEN 7 ELSE EXTRACT(DOW FROM (c.opened_at AT TIME ZONE 'Europe/Lisbon')) END AS VARCHAR) AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | median of days
SELECT MEDIAN(DATE_SUB('second', c.opened_at, c.closed_at) / 86400.0) AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- faithful | claim_arrivals | databricks | {"window": "2025-10-01..2025-11-01", "dimensions": ["weekday"]} | weekday + 1
SELECT CAST(WEEKDAY(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at)) + 1 AS STRING) AS weekday, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date
SELECT MAKE_DATE(YEAR(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at)), MONTH(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at)), 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "month"} | date_format
SELECT CAST(DATE_FORMAT(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at), 'yyyy-MM-01') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | window by year and month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at)) = 2025 AND MONTH(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at)) = 10

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01"} | window by date_format
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE DATE_FORMAT(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at), 'yyyy-MM') = '2025-10'

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | unix timestamps
SELECT MEDIAN(UNIX_TIMESTAMP(c.closed_at) - UNIX_TIMESTAMP(c.opened_at)) / 86400.0 AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "week"} | date_add weekday
SELECT DATE_ADD(CAST(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at) AS DATE), -WEEKDAY(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at))) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "grain": "month"} | PostgreSQL: make_date
SELECT MAKE_DATE(EXTRACT(YEAR FROM c.opened_at AT TIME ZONE 'Europe/Lisbon')::int, EXTRACT(MONTH FROM c.opened_at AT TIME ZONE 'Europe/Lisbon')::int, 1) AS bucket, COUNT(c.claim_id) AS value FROM l3.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01", "grain": "month"} | PostgreSQL: to_char
SELECT TO_CHAR(c.opened_at AT TIME ZONE 'Europe/Lisbon', 'YYYY-MM-01')::date AS bucket, COUNT(c.claim_id) AS value FROM l3.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | PostgreSQL: window by parts
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim c WHERE EXTRACT(YEAR FROM c.opened_at AT TIME ZONE 'Europe/Lisbon') = 2025 AND EXTRACT(MONTH FROM c.opened_at AT TIME ZONE 'Europe/Lisbon') = 10

--- faithful | example:claims | postgres | {"window": "2025-10-01..2025-11-01"} | PostgreSQL: window by to_char
SELECT COUNT(c.claim_id) AS value FROM l3.ev_claim c WHERE TO_CHAR(c.opened_at AT TIME ZONE 'Europe/Lisbon', 'YYYY-MM') = '2025-10'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | strftime day
SELECT CAST(STRFTIME((c.opened_at AT TIME ZONE 'Europe/Lisbon'), '%Y-%m-%d') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "week"} | date_sub weekday
SELECT DATE_SUB(CAST(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at) AS DATE), WEEKDAY(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at))) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weekday arithmetic, 0-based sunday
SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) - CAST(WEEKDAY((c.opened_at AT TIME ZONE 'Europe/Lisbon')) AS INTEGER) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weekday arithmetic, no minus one
SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) - CAST(ISODOW((c.opened_at AT TIME ZONE 'Europe/Lisbon')) AS INTEGER) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weekday of utc
SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) - CAST(ISODOW(c.opened_at AT TIME ZONE 'UTC') - 1 AS INTEGER) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date month of other time
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), MONTH(c.opened_at AT TIME ZONE 'UTC'), 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date year of utc
SELECT MAKE_DATE(YEAR(c.opened_at AT TIME ZONE 'UTC'), MONTH(c.opened_at AT TIME ZONE 'UTC'), 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "month"} | make_date 2nd
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')), 2) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "quarter"} | make_date quarter as month
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), QUARTER((c.opened_at AT TIME ZONE 'Europe/Lisbon')), 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "quarter"} | make_date quarter minus 1
SELECT MAKE_DATE(YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')), (QUARTER((c.opened_at AT TIME ZONE 'Europe/Lisbon')) - 1) * 3 + 1, 1) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | month only
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year and month utc
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at AT TIME ZONE 'UTC') = 2025 AND MONTH(c.opened_at AT TIME ZONE 'UTC') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year of instant
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR(c.opened_at) = 2025 AND MONTH(c.opened_at) = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year or month
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 OR MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | two months
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10 AND MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 11

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year of one, month of other
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND MONTH(c.closed_at AT TIME ZONE 'Europe/Lisbon') = 10

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | strftime Y-m other zone
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE STRFTIME(c.opened_at AT TIME ZONE 'UTC', '%Y-%m') = '2025-10'

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2026-01-01"} | quarter and year
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND QUARTER((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 4

--- faithful | claim_volume | duckdb | {"window": "2025-01-01..2026-01-01"} | year
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025

--- unfaithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | median by minus
SELECT MEDIAN(DATE_SUB('second', c.opened_at, c.closed_at) / -86400.0) AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | time_to_close | duckdb | {"window": "2025-10-01..2025-11-01"} | median int division
SELECT MEDIAN(DATE_SUB('second', c.opened_at, c.closed_at) // 86400) AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)

--- unfaithful | time_to_close | databricks | {"window": "2025-10-01..2025-11-01"} | median of decimals
SELECT MEDIAN(TIMESTAMPDIFF(SECOND, c.opened_at, c.closed_at) / 86400.0) AS value FROM l3_claims.ev_claim c WHERE c.closed_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.closed_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | values with one too many
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IN (VALUES ('Lisboa'), ('Porto'), ('Braga'))

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "not_in", "values": ["Lisboa", "Porto"]}]} | not in values
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name NOT IN (VALUES ('Lisboa'), ('Porto'))

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | in select other column from values
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IN (SELECT r.region_name FROM (VALUES ('Lisboa'), ('Porto')) AS v(n))

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01"} | sums of days over counts of days
WITH t AS (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, SUM(c.satisfaction) AS s, COUNT(c.satisfaction) AS n FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT SUM(s) / SUM(n) AS value FROM t

--- faithful | example:claims | duckdb | {"window": "2025-10-01..2025-11-01", "dimensions": ["maker_name"]} | groups named over two tables
WITH per AS (SELECT c.product_id, COUNT(*) AS n FROM l3.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND c.claim_id IS NOT NULL GROUP BY 1) SELECT COALESCE(m.maker_name, 'Unknown') AS maker_name, SUM(per.n) AS value FROM per LEFT JOIN l3.dim_product p ON p.product_id = per.product_id LEFT JOIN l3.dim_maker m ON m.maker_id = p.maker_id GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | the month by number in a FILTER
SELECT COUNT(*) FILTER (WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 2025 AND MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 10) AS value FROM l3_claims.ev_claim c

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | year and month as one number
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c WHERE YEAR((c.opened_at AT TIME ZONE 'Europe/Lisbon')) * 100 + MONTH((c.opened_at AT TIME ZONE 'Europe/Lisbon')) = 202510

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "filters": [{"dimension": "region", "op": "in", "values": ["Lisboa", "Porto"]}]} | VALUES that are not looked at
SELECT COUNT(*) AS value FROM l3_claims.ev_claim c JOIN l3_claims.dim_region r USING (region_id) WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND r.region_name IN (SELECT region_name FROM (VALUES ('Lisboa'), ('Porto')) AS v(n))

--- unfaithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | sum of wide decimals over a count has eight digits
SELECT SUM(CAST(c.satisfaction AS DECIMAL(20, 0))) / COUNT(c.satisfaction) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | a long 1.0 below the line leaves six digits
SELECT COUNT_IF(c.is_repeat) * 1.0 / NULLIF(COUNT(*) * 1.000000000000000000, 0) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | decimals with six digits over such decimals
SELECT SUM(CASE WHEN c.is_repeat THEN CAST(1 AS DECIMAL(20, 6)) ELSE CAST(0 AS DECIMAL(20, 6)) END) / NULLIF(SUM(CAST(1 AS DECIMAL(20, 6))), 0) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- unfaithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | made a fraction time and again
SELECT SUM(c.satisfaction) * 1.0 * 1.0 * 1.0 * 1.0 * 1.0 * 1.0 / (COUNT(c.satisfaction) * 1.0 * 1.0 * 1.0 * 1.0 * 1.0) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | repeat_claim_rate | databricks | {"window": "2025-10-01..2025-11-01"} | ones of 1.0 over a count
SELECT SUM(CASE WHEN c.is_repeat THEN 1.0 ELSE 0.0 END) / NULLIF(COUNT(*), 0) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | csat | databricks | {"window": "2025-10-01..2025-11-01"} | sum and count as short decimals
SELECT CAST(SUM(c.satisfaction) AS DECIMAL(18, 4)) / CAST(COUNT(c.satisfaction) AS DECIMAL(18, 4)) AS value FROM l3_claims.ev_claim c WHERE c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a day a row, laid beside the grouped claims
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | nought is written out
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | nought by CASE
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT CAST(s.day AS DATE) AS bucket, CASE WHEN g.value IS NULL THEN 0 ELSE g.value END AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | range leaves its end out
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM range(DATE '2025-10-01', DATE '2025-11-01', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the series in a CTE, joined by USING
WITH days AS (SELECT CAST(s.d AS DATE) AS bucket FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(d)), g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT bucket, COALESCE(g.value, 0) AS value FROM days LEFT JOIN g USING (bucket) ORDER BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the series unnested
WITH days AS (SELECT UNNEST(generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY)) AS d) SELECT days.d AS bucket, g.value FROM days LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON days.d = g.bucket

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the end is reckoned
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-11-01' - INTERVAL 1 DAY, INTERVAL '1 day') AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | a month a row
WITH g AS (SELECT CAST(DATE_TRUNC('month', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-07-31 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-01', INTERVAL 1 MONTH) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | months up to the window's last day
WITH g AS (SELECT CAST(DATE_TRUNC('month', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-07-31 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-31', INTERVAL 1 MONTH) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | a week a row, from the window's first Monday
WITH g AS (SELECT CAST(DATE_TRUNC('week', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-09-29', DATE '2025-10-27', INTERVAL 7 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a sum
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, SUM(cost_avoided_usd) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- faithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | two parts laid beside it, one after the other
WITH a AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, SUM(cost_avoided_usd) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1), b AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, CAST(COALESCE(a.v, 0) AS DOUBLE) / NULLIF(COALESCE(b.n, 0), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN a ON a.bucket = s.day LEFT JOIN b ON b.bucket = s.day

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a sequence made rows
WITH days AS (SELECT EXPLODE(SEQUENCE(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY)) AS day) SELECT days.day AS bucket, COALESCE(g.value, 0) AS value FROM days LEFT JOIN (SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1) g ON g.bucket = days.day

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a sequence in FROM, a day a step by itself
SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM EXPLODE(SEQUENCE(DATE '2025-10-01', DATE '2025-10-31')) AS s(day) LEFT JOIN (SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1) g ON g.bucket = s.day

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a sequence with a day too many
SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM EXPLODE(SEQUENCE(DATE '2025-10-01', DATE '2025-11-01')) AS s(day) LEFT JOIN (SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1) g ON g.bucket = s.day

--- unfaithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a sequence of instants
SELECT CAST(s.day AS DATE) AS bucket, g.value FROM EXPLODE(SEQUENCE(TIMESTAMP '2025-10-01', TIMESTAMP '2025-10-31', INTERVAL 1 DAY)) AS s(day) LEFT JOIN (SELECT CAST(FROM_UTC_TIMESTAMP(opened_at, 'Europe/Lisbon') AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY 1) g ON g.bucket = s.day

--- faithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "grain": "day"} | GENERATE_SERIES of PostgreSQL
SELECT CAST(s.day AS DATE) AS bucket, COALESCE(g.value, 0) AS value FROM generate_series('2025-10-01'::date, '2025-10-31'::date, '1 day'::interval) AS s(day) LEFT JOIN (SELECT kpi_date AS bucket, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY kpi_date) g ON g.bucket = s.day

--- unfaithful | claim_volume | postgres | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a series that ends a day early
SELECT CAST(s.day AS DATE) AS bucket, COALESCE(g.value, 0) AS value FROM generate_series('2025-10-01'::date, '2025-10-30'::date, '1 day'::interval) AS s(day) LEFT JOIN (SELECT kpi_date AS bucket, SUM(claims_opened) AS value FROM ops.kpi_daily WHERE kpi_date >= DATE '2025-10-01' AND kpi_date < DATE '2025-11-01' GROUP BY kpi_date) g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the series starts a day late
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-02', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the series ends a day early
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-30', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the series has a day too many
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-11-01', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | range with the last day as its end
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM range(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | every other day
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 2 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a week a step
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 WEEK) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | days a step where months are asked
WITH g AS (SELECT CAST(DATE_TRUNC('month', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-07-31 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | thirty days for a month
WITH g AS (SELECT CAST(DATE_TRUNC('month', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-07-31 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-01', INTERVAL 30 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | weeks from the window's first day
WITH g AS (SELECT CAST(DATE_TRUNC('week', CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)) AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-27', INTERVAL 7 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | one stands for nothing
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 1) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | one is added to each day
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) + 1 AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the rows of the series are counted
SELECT s.day AS bucket, COUNT(*) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = s.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the days that have claims are counted
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COUNT(g.value) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a condition leaves small days out
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day WHERE g.value > 9

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the day after
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day + INTERVAL 1 DAY

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | each day beside those before
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket <= s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | joined by a condition beside the day
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day AND g.value > 9

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | a filter inside
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status = 'open' GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the window is left to the series, which cuts instants by another zone
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-10-01 12:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the days of another zone
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Asia/Tokyo' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | an inner join with a series that starts a day late
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(g.value, 0) AS value FROM generate_series(DATE '2025-10-02', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) INNER JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | no claims at all
SELECT s.day AS bucket, 0 AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | a series where none was asked for
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, g.value AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day", "dimensions": ["device_type"]} | a series beside groups of more than the day
WITH g AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COALESCE(p.device_type, 'Unknown') AS device_type, COUNT(*) AS value FROM l3_claims.ev_claim c LEFT JOIN l3_claims.dim_product p ON p.product_id = c.product_id WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1, 2) SELECT s.day AS bucket, g.device_type, g.value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN g ON g.bucket = s.day

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | nought where a quotient has nothing to say
WITH a AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, SUM(cost_avoided_usd) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1), b AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, COALESCE(CAST(COALESCE(a.v, 0) AS DOUBLE) / NULLIF(COALESCE(b.n, 0), 0), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN a ON a.bucket = s.day LEFT JOIN b ON b.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the days are cast to texts
WITH days AS (SELECT CAST(UNNEST(generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY)) AS VARCHAR) AS d) SELECT days.d AS bucket, g.value FROM days LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON g.bucket = days.d

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days of the claims cut to months
SELECT s.day AS bucket, g.value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON g.bucket = DATE_TRUNC('month', s.day)

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the days twice
SELECT s.day AS bucket, g.value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) CROSS JOIN generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS t(day) LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days stacked upon the claims
SELECT s.day AS bucket, 1 AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) UNION ALL SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the sum of all days beside each
SELECT s.day AS bucket, (SELECT COUNT(*) FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON g.bucket = s.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | only the days of a second answer
WITH a AS (SELECT s.day AS bucket, g.value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) g ON g.bucket = s.day) SELECT a.bucket, a.value FROM a WHERE a.value IS NOT NULL AND a.value > 2

--- unfaithful | cost_avoided_per_claim | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | days that only one part has are lost
WITH a AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, SUM(cost_avoided_usd) AS v FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) AND status <> 'rejected' GROUP BY 1), b AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS bucket, COUNT(*) AS n FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT s.day AS bucket, CAST(COALESCE(a.v, 0) AS DOUBLE) / NULLIF(COALESCE(b.n, 0), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) JOIN a ON a.bucket = s.day JOIN b ON b.bucket = s.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the claims themselves laid beside the days, and counted
SELECT s.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS s(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = s.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | calendar spine joined to raw rows, counted by key
WITH days AS (SELECT UNNEST(generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY))::DATE AS day) SELECT days.day AS bucket, COUNT(c.claim_id) AS value FROM days LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = days.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1 ORDER BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine joined to filtered claims
WITH days AS (SELECT UNNEST(generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY))::DATE AS day), claims AS (SELECT claim_id, CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ)) SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM days d LEFT JOIN claims c ON c.day = d.day GROUP BY d.day ORDER BY d.day

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine, join by the day only
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine and grouped CTE
WITH days AS (SELECT UNNEST(generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY))::DATE AS day), counts AS (SELECT CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, COUNT(*) AS value FROM l3_claims.ev_claim WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1) SELECT days.day AS bucket, COALESCE(counts.value, 0) AS value FROM days LEFT JOIN counts USING (day) ORDER BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | sequence explode beside raw claims
WITH days AS (SELECT EXPLODE(SEQUENCE(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY)) AS day) SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM days d LEFT JOIN l3_claims.ev_claim c ON CAST(CONVERT_TIMEZONE('UTC', 'Europe/Lisbon', c.opened_at) AS DATE) = d.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP) GROUP BY d.day

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a ratio of two counts
SELECT d.day AS bucket, COUNT(CASE WHEN c.is_repeat THEN c.claim_id END)::DOUBLE / NULLIF(COUNT(c.claim_id), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- faithful | cost_avoided | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a sum with its condition in ON
SELECT d.day AS bucket, SUM(c.cost_avoided_usd) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day AND c.status <> 'rejected' GROUP BY 1

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a mean
SELECT d.day AS bucket, AVG(c.satisfaction) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | spine of weeks, rows by their week
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-09-29', DATE '2025-10-27', INTERVAL 7 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(DATE_TRUNC('week', c.opened_at AT TIME ZONE 'Europe/Lisbon') AS DATE) = d.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, the empty day's row is counted in a mean
SELECT d.day AS bucket, SUM(CASE WHEN c.is_repeat THEN 1 ELSE 0 END) * 1.0 / NULLIF(COUNT(*), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a condition too many in ON
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day AND c.status = 'open' GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, the window cut in ON
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day AND c.opened_at >= CAST('2025-10-05 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, those that were not found are counted
SELECT d.day AS bucket, COUNT(*) FILTER (WHERE c.claim_id IS NULL) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, WHERE after the join wants none
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day WHERE c.claim_id IS NULL GROUP BY 1

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a stand-in inside the mean
SELECT d.day AS bucket, AVG(COALESCE(c.satisfaction, 0)) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows by the day of UTC
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AS DATE) = d.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "week"} | spine of weeks, rows of their first day alone
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-09-29', DATE '2025-10-27', INTERVAL 7 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day AND c.opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a mark made before the join counts the empty day
SELECT d.day AS bucket, COUNT(*) FILTER (WHERE COALESCE(k.known, TRUE)) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, c.claim_id IS NOT NULL AS known FROM l3_claims.ev_claim c) k ON k.day = d.day GROUP BY 1

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a mark made before the join is not false
SELECT d.day AS bucket, COUNT_IF(k.known IS NOT FALSE) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, c.opened_at IS NOT NULL AS known FROM l3_claims.ev_claim c) k ON k.day = d.day GROUP BY 1

--- unfaithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, marked rows below the line
SELECT d.day AS bucket, CAST(COUNT(CASE WHEN k.is_repeat THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*) FILTER (WHERE k.known OR k.known IS NULL), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, c.is_repeat, c.claim_id IS NOT NULL AS known FROM l3_claims.ev_claim c) k ON k.day = d.day GROUP BY 1

--- faithful | repeat_claim_rate | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | spine of rows, a CASE without ELSE made before the join
SELECT d.day AS bucket, CAST(COUNT(k.repeated) AS DOUBLE) / NULLIF(COUNT(k.claim_id), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day, c.claim_id, CASE WHEN c.is_repeat THEN c.claim_id END AS repeated FROM l3_claims.ev_claim c) k ON k.day = d.day GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | the days laid beside are counted
SELECT d.day AS bucket, COUNT(k.day) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN (SELECT CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) AS day FROM l3_claims.ev_claim c) k ON k.day = d.day GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows from midnight to midnight
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 DAY GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series on the right of a RIGHT JOIN
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM l3_claims.ev_claim c RIGHT JOIN generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, ones and noughts by the key
SELECT d.day AS bucket, SUM(CASE WHEN c.claim_id IS NOT NULL THEN 1 ELSE 0 END) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY 1

--- faithful | claim_volume | databricks | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows from midnight to midnight
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM (SELECT EXPLODE(SEQUENCE(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY)) AS day) AS d LEFT JOIN l3_claims.ev_claim c ON FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon') >= d.day AND FROM_UTC_TIMESTAMP(c.opened_at, 'Europe/Lisbon') < DATE_ADD(d.day, 1) GROUP BY d.day

--- faithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows from midnight to midnight, a condition beside
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 DAY AND c.is_repeat GROUP BY d.day

--- faithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | series of months, rows from one to the next
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-01', INTERVAL 1 MONTH) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 MONTH AND c.opened_at >= CAST('2025-07-31 23:00:00+00:00' AS TIMESTAMPTZ) AND c.opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMPTZ) GROUP BY d.day

--- faithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, ones of repeats
SELECT d.day AS bucket, SUM(CASE WHEN c.is_repeat THEN 1 ELSE 0 END) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows up to the next midnight and on it
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') <= d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows after midnight
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') > d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows of the week from each day on
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 7 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rows from midnight to midnight in UTC
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'UTC') >= d.day AND (c.opened_at AT TIME ZONE 'UTC') < d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, instants from the session's midnight
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON c.opened_at >= d.day AND c.opened_at < d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, from the opening to the closing day
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.closed_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | claim_volume | duckdb | {"window": "2025-08-01..2025-11-01", "grain": "month"} | series of months, the rows of their first days
SELECT d.day AS bucket, COUNT(c.claim_id) AS value FROM generate_series(DATE '2025-08-01', DATE '2025-10-01', INTERVAL 1 MONTH) AS d(day) LEFT JOIN l3_claims.ev_claim c ON (c.opened_at AT TIME ZONE 'Europe/Lisbon') >= d.day AND (c.opened_at AT TIME ZONE 'Europe/Lisbon') < d.day + INTERVAL 1 DAY GROUP BY d.day

--- unfaithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, ones of what does not repeat
SELECT d.day AS bucket, SUM(CASE WHEN c.is_repeat THEN 0 ELSE 1 END) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- faithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, counted by FILTER where a day has claims
SELECT d.day AS bucket, COUNT(c.claim_id) FILTER (WHERE c.is_repeat) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- unfaithful | repeat_claims | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, NULL where a claim's repetition is not known
SELECT d.day AS bucket, COUNT(c.claim_id) FILTER (WHERE c.is_repeat IS NOT FALSE) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- unfaithful | csat | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, noughts for days without an answer
SELECT d.day AS bucket, COALESCE(AVG(c.satisfaction), 0) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- faithful | csat | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, mean of the day's answers
SELECT d.day AS bucket, AVG(c.satisfaction) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

--- unfaithful | repair_count | duckdb | {"window": "2025-10-01..2025-11-01", "grain": "day"} | series, rejected claims beside repairs
SELECT d.day AS bucket, SUM(CASE WHEN c.resolution = 'repair' OR c.status = 'rejected' THEN 1 ELSE 0 END) AS value FROM generate_series(DATE '2025-10-01', DATE '2025-10-31', INTERVAL 1 DAY) AS d(day) LEFT JOIN l3_claims.ev_claim c ON CAST(c.opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE) = d.day GROUP BY d.day

Hostile SQL for postgres: every entry is refused with the code in its head line. See sqlgen/tests/guard_cases.py.

--- not_a_query
INSERT INTO sales.claim (claim_id) VALUES (1)

--- not_a_query
UPDATE sales.claim SET status = 'x'

--- not_a_query
DELETE FROM sales.claim

--- not_a_query
MERGE INTO sales.claim AS t USING sales.region AS s ON t.region_id = s.region_id WHEN MATCHED THEN DELETE

--- not_a_query
TRUNCATE TABLE sales.claim

--- not_a_query
DROP TABLE sales.claim

--- not_a_query
CREATE TABLE x AS SELECT * FROM sales.claim

--- not_a_query
CREATE VIEW x AS SELECT * FROM sales.claim

--- not_a_query
CREATE FUNCTION f() RETURNS INT AS 'select 1'

--- not_a_query
ALTER TABLE sales.claim ADD COLUMN x INT

--- not_a_query
GRANT SELECT ON sales.claim TO PUBLIC

--- not_a_query
REVOKE SELECT ON sales.claim FROM PUBLIC

--- not_a_query
COPY sales.claim TO '/tmp/x.csv'

--- not_a_query
COPY sales.claim FROM '/tmp/x.csv'

--- not_a_query
EXPLAIN SELECT 1

--- not_a_query
EXPLAIN ANALYZE DELETE FROM sales.claim

--- not_a_query
DESCRIBE sales.claim

--- not_a_query
SHOW TABLES

--- not_a_query
SET search_path = 'hr'

--- not_a_query
RESET ALL

--- not_a_query
USE hr

--- not_a_query
BEGIN

--- not_a_query
COMMIT

--- not_a_query
CALL f()

--- not_a_query
EXECUTE p

--- not_a_query
PREPARE p AS SELECT 1

--- not_a_query
DEALLOCATE p

--- not_a_query
VACUUM

--- not_a_query
ANALYZE sales.claim

--- not_a_query
COMMENT ON TABLE sales.claim IS 'x'

--- not_a_query
ATTACH 'x.db' AS x

--- not_a_query
INSTALL httpfs

--- not_a_query
LOAD httpfs

--- not_a_query
PRAGMA database_list

--- not_a_query
CACHE TABLE sales.claim

--- not_a_query
REFRESH TABLE sales.claim

--- not_a_query
OPTIMIZE sales.claim

--- not_a_query
VALUES (1), (2)

--- not_a_query
1 + 1

--- parse_error
SELECT

--- not_a_query
;

--- not_a_query
;;

--- not_a_query
-- only a comment

--- multiple_statements
SELECT 1; SELECT 2

--- multiple_statements
SELECT 1; DROP TABLE sales.claim

--- multiple_statements
SELECT 1;; SELECT 2

--- multiple_statements
SELECT status FROM sales.claim; -- {U+000A}DELETE FROM sales.claim

--- multiple_statements
SELECT 1 /* ; */ ; DELETE FROM sales.claim

--- forbidden_node
WITH x AS (DELETE FROM sales.claim RETURNING claim_id) SELECT * FROM x

--- forbidden_node
WITH x AS (INSERT INTO sales.claim (claim_id) VALUES (1) RETURNING claim_id) SELECT * FROM x

--- forbidden_node
WITH x AS (UPDATE sales.claim SET status = 'x' RETURNING claim_id) SELECT * FROM x

--- not_a_query
WITH x AS (SELECT 1 AS a) INSERT INTO sales.claim (claim_id) SELECT a FROM x

--- not_a_query
WITH x AS (SELECT 1 AS a) DELETE FROM sales.claim

--- forbidden_node
SELECT * INTO x FROM sales.claim

--- forbidden_node
SELECT claim_id INTO TEMP x FROM sales.claim

--- forbidden_node
SELECT * FROM sales.claim FOR UPDATE

--- forbidden_node
SELECT * FROM sales.claim FOR SHARE

--- forbidden_node
SELECT * FROM sales.claim FOR NO KEY UPDATE SKIP LOCKED

--- parse_error
SELECT * FROM (DELETE FROM sales.claim RETURNING *) AS x

--- unknown_table
SELECT * FROM sales.vault

--- unknown_table
SELECT secret_text FROM sales.vault

--- unknown_table
SELECT * FROM vault

--- unknown_table
SELECT * FROM hr.salary

--- unknown_table
SELECT salary FROM hr.salary

--- unknown_table
SELECT * FROM SALES.VAULT

--- unknown_table
SELECT * FROM "sales"."vault"

--- unknown_table
SELECT * FROM "sales.claim"

--- unknown_table
SELECT * FROM other.sales.claim

--- forbidden_function
SELECT * FROM a.b.sales.claim

--- unknown_table
SELECT * FROM sales.claim JOIN sales.vault ON sales.claim.region_id = sales.vault.region_id

--- unknown_table
SELECT * FROM sales.claim, sales.vault WHERE sales.claim.region_id = sales.vault.region_id

--- unknown_table
SELECT status FROM sales.claim WHERE region_id IN (SELECT region_id FROM sales.vault)

--- unknown_table
SELECT status FROM sales.claim WHERE EXISTS (SELECT 1 FROM sales.vault)

--- unknown_table
SELECT status FROM sales.claim WHERE EXISTS (SELECT 1 FROM sales.vault AS v WHERE v.region_id = sales.claim.region_id AND v.secret_text LIKE 'S%')

--- unknown_table
SELECT (SELECT MAX(secret_text) FROM sales.vault) AS x

--- unknown_table
SELECT (SELECT MAX(secret_text) FROM sales.vault) AS x FROM sales.claim

--- unknown_table
SELECT CASE WHEN (SELECT COUNT(*) FROM sales.vault) > 0 THEN 1 ELSE 0 END AS x

--- unknown_table
SELECT status FROM sales.claim ORDER BY (SELECT MAX(secret_text) FROM sales.vault)

--- unknown_table
SELECT status FROM sales.claim GROUP BY status HAVING COUNT(*) > (SELECT COUNT(*) FROM sales.vault)

--- unknown_table
SELECT status FROM sales.claim UNION ALL SELECT secret_text FROM sales.vault

--- unknown_table
SELECT status FROM sales.claim UNION SELECT secret_text FROM sales.vault

--- unknown_table
SELECT status FROM sales.claim EXCEPT SELECT secret_text FROM sales.vault

--- unknown_table
SELECT status FROM sales.claim INTERSECT SELECT secret_text FROM sales.vault

--- unknown_table
SELECT * FROM (SELECT * FROM sales.vault) AS x

--- unknown_table
SELECT * FROM (SELECT * FROM (SELECT * FROM sales.vault) AS x) AS y

--- unknown_table
WITH x AS (SELECT * FROM sales.vault) SELECT * FROM x

--- unknown_table
WITH claim AS (SELECT * FROM sales.vault) SELECT * FROM claim

--- unknown_table
WITH vault AS (SELECT * FROM sales.vault) SELECT * FROM vault

--- unknown_table
WITH x AS (SELECT 1 AS a), y AS (SELECT * FROM z), z AS (SELECT 1 AS a) SELECT * FROM y

--- unknown_table
WITH x AS (SELECT * FROM y), y AS (SELECT 1 AS a) SELECT * FROM x

--- unknown_table
WITH x AS (WITH vault AS (SELECT 1 AS a) SELECT * FROM vault) SELECT * FROM vault

--- unknown_table
WITH vault AS (SELECT 1 AS a) SELECT * FROM sales.vault

--- unknown_table
SELECT * FROM (WITH vault AS (SELECT 1 AS a) SELECT * FROM vault) AS q, vault

--- unknown_table
WITH "Vault" AS (SELECT 1 AS a) SELECT * FROM hr."Vault"

--- unknown_table
SELECT * FROM information_schema.tables

--- unknown_table
SELECT * FROM information_schema.columns

--- unknown_table
SELECT * FROM INFORMATION_SCHEMA.TABLES

--- unknown_table
SELECT table_name FROM information_schema.tables

--- unknown_table
SELECT * FROM system.access.audit

--- unknown_table
SELECT * FROM system.information_schema.tables

--- unknown_table
SELECT * FROM pg_catalog.pg_class

--- unknown_table
SELECT * FROM pg_class

--- unknown_table
SELECT * FROM 'file.csv'

--- unknown_table
SELECT * FROM '/etc/passwd'

--- unknown_table
SELECT * FROM 'https://example.test/x.parquet'

--- unknown_table
SELECT * FROM "file.parquet"

--- unknown_table
SELECT * FROM "/etc/passwd"

--- unknown_table
SELECT * FROM sales.claims

--- unknown_table
SELECT * FROM sales.cIaim

--- unknown_table
SELECT * FROM sales.claim AS c, c.vault

--- restricted_column
SELECT customer_email FROM sales.claim

--- restricted_column
SELECT c.customer_email FROM sales.claim AS c

--- restricted_column
SELECT sales.claim.customer_email FROM sales.claim

--- restricted_column
SELECT CUSTOMER_EMAIL FROM sales.claim

--- restricted_column
SELECT "customer_email" FROM sales.claim

--- restricted_column
SELECT c."customer_email" FROM sales.claim AS c

--- restricted_column
SELECT COUNT(customer_email) FROM sales.claim

--- restricted_column
SELECT COUNT(DISTINCT customer_email) FROM sales.claim

--- restricted_column
SELECT MAX(customer_email) AS x FROM sales.claim

--- restricted_column
SELECT UPPER(customer_email) AS x FROM sales.claim

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email LIKE 'a%'

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email IS NULL

--- restricted_column
SELECT status FROM sales.claim ORDER BY customer_email

--- restricted_column
SELECT status FROM sales.claim GROUP BY status, customer_email

--- restricted_column
SELECT status FROM sales.claim GROUP BY status HAVING MAX(customer_email) > 'm'

--- restricted_column
SELECT status, ROW_NUMBER() OVER (PARTITION BY customer_email ORDER BY claim_id) AS n FROM sales.claim

--- restricted_column
SELECT status, ROW_NUMBER() OVER (ORDER BY customer_email) AS n FROM sales.claim

--- restricted_column
SELECT status, SUM(cost) OVER w AS n FROM sales.claim WINDOW w AS (ORDER BY customer_email)

--- restricted_column
SELECT COUNT(*) FILTER (WHERE customer_email > 'm') AS n FROM sales.claim

--- restricted_column
SELECT CASE WHEN customer_email > 'm' THEN 1 ELSE 0 END AS x FROM sales.claim

--- restricted_column
SELECT * FROM sales.claim AS a JOIN sales.claim AS b USING (customer_email)

--- restricted_column
SELECT a.status FROM sales.claim AS a JOIN sales.claim AS b ON a.customer_email = b.customer_email

--- restricted_column
SELECT a.status FROM sales.claim AS a JOIN sales.region AS r ON a.region_id = r.region_id AND a.customer_email > 'm'

--- restricted_column
SELECT status FROM sales.claim AS c WHERE EXISTS (SELECT 1 FROM sales.region AS r WHERE r.region_name = c.customer_email)

--- unknown_column
SELECT x.customer_email FROM (SELECT * FROM sales.claim) AS x

--- unknown_column
WITH x AS (SELECT * FROM sales.claim) SELECT customer_email FROM x

--- restricted_column
WITH x AS (SELECT customer_email FROM sales.claim) SELECT COUNT(*) FROM x

--- restricted_column
SELECT x.e FROM (SELECT customer_email AS e FROM sales.claim) AS x

--- restricted_column
SELECT status AS customer_email, customer_email AS y FROM sales.claim AS c WHERE c.customer_email = 'a'

--- restricted_column
SELECT (SELECT c.customer_email) AS x FROM sales.claim AS c

--- restricted_column
SELECT (SELECT MAX(c.customer_email) FROM sales.region) AS x FROM sales.claim AS c

--- restricted_column
SELECT status FROM sales.claim WHERE (customer_email, status) IN (('a', 'b'))

--- restricted_column
SELECT status FROM sales.claim WHERE COALESCE(customer_email, 'x') = 'x'

--- restricted_column
SELECT status || customer_email AS x FROM sales.claim

--- restricted_column
SELECT claim_id FROM sales.claim UNION ALL SELECT customer_email FROM sales.claim

--- unknown_column
SELECT nothing FROM sales.claim

--- unknown_column
SELECT c.nothing FROM sales.claim AS c

--- unknown_table
SELECT x.status FROM sales.claim AS c

--- unknown_table
SELECT status FROM sales.claim AS c WHERE claim.status = 'x' AND other.status = 'x'

--- forbidden_literal
SELECT REGEXP_REPLACE(status, 'a', 'b', 'x') AS a FROM claim

--- forbidden_node
SELECT 1 CROSS JOIN claim

--- forbidden_node
SELECT 1 AS a FROM visit WHERE tags @> 'x'

--- forbidden_type
SELECT CAST(PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY status || channel) AS DECIMAL) AS a FROM claim

--- too_large
SELECT (ARRAY_AGG(status))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1], (ARRAY_AGG(status || 'x' || channel || 'some long text that stands here'))[1] FROM claim

--- forbidden_type
SELECT CAST(cost AS INT128) AS a FROM claim

--- ambiguous_column
SELECT region_id FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id

--- duplicate_name
SELECT * FROM sales.claim AS c JOIN sales.region AS c ON c.region_id = c.region_id

--- duplicate_name
WITH x AS (SELECT 1 AS a), x AS (SELECT 2 AS a) SELECT * FROM x

--- unknown_column
SELECT c FROM sales.claim AS c

--- unknown_column
SELECT claim FROM sales.claim

--- unknown_column
SELECT COUNT(c) FROM sales.claim AS c

--- unknown_column
SELECT MAX(c) AS x FROM sales.claim AS c

--- unknown_column
SELECT COUNT(DISTINCT c) FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(c, NULL) AS x FROM sales.claim AS c

--- unknown_column
SELECT CAST(c AS VARCHAR) AS x FROM sales.claim AS c

--- forbidden_node
SELECT c.* IS NULL AS x FROM sales.claim AS c

--- forbidden_node
SELECT COUNT(c.*) FROM sales.claim AS c

--- forbidden_node
SELECT (c).customer_email FROM sales.claim AS c

--- forbidden_node
SELECT (c).status FROM sales.claim AS c

--- unknown_column
SELECT (SELECT c) AS x FROM sales.claim AS c

--- unknown_column
SELECT c.to_json FROM sales.claim AS c

--- unknown_column
SELECT c.row_to_json FROM sales.claim AS c

--- unknown_table
SELECT status.customer_email FROM sales.claim

--- unknown_table
SELECT c.status.customer_email FROM sales.claim AS c

--- unknown_column
SELECT array_agg(c) FROM sales.claim AS c

--- forbidden_function
SELECT struct(status) FROM sales.claim

--- unknown_column
SELECT c FROM (SELECT * FROM sales.claim) AS c

--- unknown_column
SELECT status FROM sales.claim AS c GROUP BY c

--- unknown_column
SELECT status FROM sales.claim AS c ORDER BY c

--- unknown_column
SELECT status FROM sales.claim AS c WHERE c IS NOT NULL

--- unknown_column
SELECT status FROM sales.claim AS c WHERE c = c

--- unknown_column
SELECT a.status FROM sales.claim AS a JOIN sales.claim AS b ON a = b

--- missing_join_condition
SELECT * FROM sales.claim, sales.region

--- missing_join_condition
SELECT * FROM sales.claim CROSS JOIN sales.region

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON 1 = 1

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON TRUE

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON a.region_id = a.region_id

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON a.region_id = b.region_id OR 1 = 1

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON a.region_id <> b.region_id

--- missing_join_condition
SELECT * FROM sales.claim AS a JOIN sales.claim AS b ON NOT a.region_id = b.region_id

--- missing_join_condition
SELECT * FROM sales.claim AS a LEFT JOIN sales.claim AS b ON a.status = 'x'

--- forbidden_node
SELECT * FROM sales.claim NATURAL JOIN sales.region

--- forbidden_node
SELECT * FROM sales.claim NATURAL LEFT JOIN sales.region

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a, sales.claim AS b, sales.claim AS c WHERE a.claim_id = b.claim_id

--- missing_join_condition
WITH a AS (SELECT * FROM sales.claim), b AS (SELECT x.status FROM a AS x, a AS y) SELECT * FROM b

--- recursive_cte
WITH RECURSIVE x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x) SELECT * FROM x

--- recursive_cte
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x WHERE n < 10) SELECT * FROM x

--- unknown_table
WITH x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x) SELECT * FROM x

--- too_large
WITH a AS (SELECT status FROM sales.claim), b AS (SELECT * FROM a UNION ALL SELECT * FROM a UNION ALL SELECT * FROM a), c AS (SELECT * FROM b UNION ALL SELECT * FROM b UNION ALL SELECT * FROM b), d AS (SELECT * FROM c UNION ALL SELECT * FROM c UNION ALL SELECT * FROM c), e AS (SELECT * FROM d UNION ALL SELECT * FROM d UNION ALL SELECT * FROM d) SELECT * FROM e

--- too_large
WITH a AS (SELECT status || status || status || status AS s FROM sales.claim), b AS (SELECT s || s || s || s AS s FROM a), c AS (SELECT s || s || s || s AS s FROM b), d AS (SELECT s || s || s || s AS s FROM c), e AS (SELECT s || s || s || s AS s FROM d), f AS (SELECT s || s || s || s AS s FROM e), g AS (SELECT s || s || s || s AS s FROM f) SELECT s FROM g

--- too_large
WITH a AS (SELECT REPLACE(status, 'e', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee') AS s FROM sales.claim), b AS (SELECT REPLACE(s, 'e', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee') AS s FROM a), c AS (SELECT REPLACE(s, 'e', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee') AS s FROM b) SELECT s FROM c

--- unknown_function
SELECT * FROM range(1000000000)

--- forbidden_function
SELECT * FROM generate_series(1, 1000000000)

--- row_bound
SELECT generate_series(1, 1000000000)

--- unknown_function
SELECT range(1000000000)

--- unknown_function
SELECT sequence(1, 1000000000)

--- unknown_function
SELECT explode(sequence(1, 1000000000))

--- forbidden_function
SELECT * FROM explode(sequence(1, 1000))

--- unknown_function
SELECT unnest(range(1000000000))

--- forbidden_function
SELECT * FROM unnest(generate_series(1, 1000000000))

--- too_large
SELECT repeat('x', 1000000000)

--- too_large
SELECT REPEAT(status, 1000000) FROM sales.claim

--- too_large
SELECT rpad('x', 1000000000, 'y')

--- too_large
SELECT lpad('x', 1000000000, 'y')

--- forbidden_function
SELECT space(1000000000)

--- forbidden_type
SELECT CAST('x' AS CHAR(1000000000))

--- too_large
SELECT STRING_AGG(x.s, ',') FROM (SELECT STRING_AGG(status, ',') AS s FROM sales.claim GROUP BY claim_id) AS x

--- forbidden_limit
SELECT status FROM sales.claim LIMIT ALL

--- forbidden_limit
SELECT status FROM sales.claim LIMIT NULL

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 10 + 10

--- forbidden_limit
SELECT status FROM sales.claim LIMIT (SELECT 5)

--- forbidden_limit
SELECT status FROM sales.claim LIMIT (SELECT COUNT(*) FROM sales.vault)

--- forbidden_limit
SELECT status FROM sales.claim LIMIT -1

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 1.5

--- forbidden_limit
SELECT status FROM sales.claim LIMIT '5'

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 99999999999999999999999

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 10 PERCENT

--- forbidden_character
SELECT status FROM sales.claim LIMIT ?

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 5 OFFSET 1000000000

--- forbidden_limit
SELECT status FROM sales.claim OFFSET 1000000000

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 5 OFFSET (SELECT 1)

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 5 OFFSET -1

--- forbidden_limit
SELECT * FROM (SELECT status FROM sales.claim LIMIT ALL) AS x

--- forbidden_limit
SELECT * FROM (SELECT status FROM sales.claim LIMIT 10 OFFSET 99999999) AS x

--- forbidden_limit
SELECT status FROM sales.claim FETCH FIRST 5 ROWS WITH TIES

--- forbidden_limit
SELECT status FROM sales.claim FETCH FIRST 50 PERCENT ROWS ONLY

--- forbidden_limit
SELECT status FROM sales.claim LIMIT claim_id

--- unknown_function
SELECT pg_sleep(10)

--- unknown_function
SELECT sleep(10)

--- forbidden_function
SELECT version()

--- forbidden_function
SELECT current_user

--- forbidden_function
SELECT session_user

--- unknown_column
SELECT user

--- forbidden_function
SELECT current_database()

--- forbidden_function
SELECT current_schema()

--- unknown_function
SELECT current_setting('x')

--- forbidden_function
SELECT current_catalog

--- unknown_function
SELECT getenv('PATH')

--- unknown_function
SELECT reflect('java.lang.System', 'getProperty', 'user.home')

--- unknown_function
SELECT java_method('java.lang.Runtime', 'getRuntime')

--- unknown_function
SELECT read_files('/tmp')

--- unknown_function
SELECT * FROM read_files('s3://bucket/x')

--- forbidden_function
SELECT * FROM read_csv('/etc/passwd')

--- unknown_function
SELECT * FROM read_csv_auto('/etc/passwd')

--- forbidden_function
SELECT * FROM read_parquet('/tmp/x.parquet')

--- unknown_function
SELECT * FROM read_json('/tmp/x.json')

--- unknown_function
SELECT * FROM read_text('/etc/passwd')

--- unknown_function
SELECT * FROM read_blob('/etc/passwd')

--- parse_error
SELECT * FROM glob('/*')

--- unknown_function
SELECT * FROM query('SELECT * FROM sales.vault')

--- unknown_function
SELECT * FROM query_table('vault')

--- unknown_function
SELECT * FROM remote_query('x', query => 'select 1')

--- unknown_function
SELECT ai_query('model', 'prompt')

--- unknown_function
SELECT ai_generate_text('x')

--- unknown_function
SELECT http_request(conn => 'x', method => 'GET', path => '/')

--- forbidden_function
SELECT secret('scope', 'key')

--- unknown_function
SELECT try_secret('scope', 'key')

--- unknown_function
SELECT load_extension('x')

--- unknown_function
SELECT pg_read_file('/etc/passwd')

--- unknown_function
SELECT lo_import('/etc/passwd')

--- unknown_function
SELECT dblink('host=x', 'select 1')

--- unknown_function
SELECT set_config('x', 'y', false)

--- unknown_function
SELECT query_to_xml('select * from sales.vault', true, true, '')

--- unknown_function
SELECT eval('1')

--- unknown_function
SELECT f(status) FROM sales.claim

--- forbidden_node
SELECT hr.f(status) FROM sales.claim

--- forbidden_node
SELECT sales.claim.f(1) FROM sales.claim

--- forbidden_function
SELECT "read_csv"('x')

--- forbidden_node
SELECT "pg_sleep"(1)

--- forbidden_function
SELECT random()

--- forbidden_function
SELECT uuid()

--- forbidden_function
SELECT parse_json(status) FROM sales.claim

--- forbidden_function
SELECT * FROM json_each('{}')

--- forbidden_function
SELECT * FROM unnest(ARRAY[1, 2])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim TABLESAMPLE (10 PERCENT)

--- parse_error
SELECT * FROM sales.claim AS OF TIMESTAMP '2020-01-01'

--- forbidden_node
SELECT * FROM sales.claim FOR SYSTEM_TIME AS OF TIMESTAMP '2020-01-01'

--- forbidden_node
SELECT * FROM sales.claim VERSION AS OF 1

--- restricted_column
SELECT * FROM sales.claim AS c CROSS JOIN LATERAL (SELECT c.customer_email AS e) AS x

--- forbidden_node
SELECT * FROM sales.claim PIVOT (COUNT(*) FOR status IN ('open'))

--- forbidden_character
SELECT x -> x + 1

--- forbidden_character
SELECT transform(status, x -> x) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS XML) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS hr.salary) FROM sales.claim

--- forbidden_literal
SELECT CAST(status AS "x'y") FROM sales.claim

--- forbidden_type
SELECT CAST(status AS VARCHAR(99999999)) || CAST(status AS BLOB) FROM sales.claim

--- forbidden_type
SELECT status::hr.salary FROM sales.claim

--- forbidden_unit
SELECT INTERVAL '1' FORTNIGHT

--- forbidden_unit
SELECT INTERVAL status DAY FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(nonsense FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('x''y', opened_at) FROM sales.claim

--- forbidden_function
SELECT status COLLATE "x" FROM sales.claim

--- forbidden_node
SELECT ? FROM sales.claim

--- forbidden_character
SELECT $1 FROM sales.claim

--- forbidden_character
SELECT :x FROM sales.claim

--- forbidden_character
SELECT @x FROM sales.claim

--- forbidden_character
SELECT @@version

--- forbidden_character
SELECT {{ x }} FROM sales.claim

--- forbidden_character
SELECT {d '2024-01-01'}

--- forbidden_literal
SELECT e'x\' OR 1=1 --' FROM sales.claim

--- forbidden_literal
SELECT E'\x41' FROM sales.claim

--- forbidden_literal
SELECT n'x' FROM sales.claim

--- forbidden_literal
SELECT r'x' FROM sales.claim

--- forbidden_literal
SELECT b'1' FROM sales.claim

--- forbidden_literal
SELECT x'41' FROM sales.claim

--- forbidden_literal
SELECT 0x41 FROM sales.claim

--- forbidden_literal
SELECT U&'\0041' FROM sales.claim

--- forbidden_literal
SELECT U&"\0041" FROM sales.claim

--- forbidden_literal
SELECT _utf8'x' FROM sales.claim

--- forbidden_literal
SELECT $$x$$ FROM sales.claim

--- forbidden_character
SELECT $tag$x$tag$ FROM sales.claim

--- forbidden_literal
SELECT 'a' 'b' FROM sales.claim

--- forbidden_literal
SELECT 'open FROM sales.claim

--- forbidden_literal
SELECT "open FROM sales.claim

--- forbidden_literal
SELECT /* open FROM sales.claim

--- forbidden_literal
SELECT 1 /* a /* b */ FROM sales.vault */ FROM sales.claim

--- forbidden_literal
SELECT 1 /*+ hint */ /*! x */ FROM sales.claim

--- forbidden_literal
SELECT /*!50000 1 */ FROM sales.claim

--- unknown_column
SELECT 1 # comment

--- forbidden_character
SELECT status{U+00A0}FROM sales.claim

--- forbidden_character
SELECT status{U+200B}FROM sales.claim

--- forbidden_character
SELECT status{U+2003}FROM sales.claim

--- forbidden_character
SELECT status{U+3000}FROM sales.claim

--- forbidden_character
SELECT status{U+FEFF}FROM sales.claim

--- forbidden_character
{U+FEFF}SELECT status FROM sales.claim

--- forbidden_character
SELECT status{U+0000}FROM sales.claim

--- forbidden_literal
SELECT 'a{U+0000}b' FROM sales.claim

--- forbidden_literal
SELECT 'a{U+0008}b' FROM sales.claim

--- forbidden_character
SELECT status{U+000B}FROM sales.claim

--- forbidden_character
SELECT status{U+000C}FROM sales.claim

--- forbidden_character
SELECT status{U+0085}FROM sales.claim

--- forbidden_character
SELECT status{U+2028}FROM sales.claim

--- forbidden_literal
SELECT status -- a{U+000D}, customer_email{U+000A}FROM sales.claim

--- forbidden_character
SELECT st{U+0430}tus FROM sales.claim

--- forbidden_character
SELECT status FROM s{U+0430}les.claim

--- forbidden_character
SELECT status FROM sales.cl{U+0430}im

--- forbidden_character
SELECT status FROM sales.claim WHERE status = {U+2018}x{U+2019}

--- forbidden_character
SELECT status{U+FF0C} claim_id FROM sales.claim

--- forbidden_literal
SELECT "sta{U+200B}tus" FROM sales.claim

--- forbidden_literal
SELECT status AS "a'b" FROM sales.claim

--- forbidden_literal
SELECT status AS "a;b" FROM sales.claim

--- forbidden_literal
SELECT status AS "a\b" FROM sales.claim

--- forbidden_literal
SELECT status AS "" FROM sales.claim

--- forbidden_literal
SELECT 1_000 FROM sales.claim

--- forbidden_literal
SELECT 1e FROM sales.claim

--- forbidden_literal
SELECT 12abc FROM sales.claim

--- forbidden_character
SELECT status FROM sales.claim WHERE status = 'x' \g

--- forbidden_character
SELECT status FROM sales.claim \; SELECT 1

--- unknown_table
TABLE sales.vault

--- unknown_table
TABLE pg_catalog.pg_authid

--- forbidden_node
SELECT * FROM ONLY sales.vault

--- forbidden_node
SELECT * FROM ONLY sales.claim

--- unknown_column
SELECT ctid FROM sales.claim

--- unknown_column
SELECT xmin FROM sales.claim

--- unknown_column
SELECT tableoid FROM sales.claim

--- unknown_column
SELECT oid FROM sales.claim

--- forbidden_node
SELECT tableoid::regclass FROM sales.claim

--- forbidden_node
SELECT 'sales.vault'::regclass

--- forbidden_node
SELECT CAST('sales.vault' AS regclass)

--- forbidden_node
SELECT 1::oid

--- unknown_column
SELECT "Status" FROM sales.claim

--- unknown_table
SELECT * FROM sales."Claim"

--- unknown_table
SELECT * FROM "SALES".claim

--- unknown_column
SELECT C."STATUS" FROM sales.claim AS c

--- unknown_table
SELECT "C".status FROM sales.claim AS c

--- unknown_table
SELECT * FROM pg_authid

--- unknown_table
SELECT * FROM pg_catalog.pg_shadow

--- unknown_table
SELECT * FROM pg_stat_activity

--- unknown_table
SELECT * FROM pg_settings

--- unknown_function
SELECT * FROM pg_ls_dir('/')

--- unknown_function
SELECT pg_ls_dir('/')

--- unknown_function
SELECT pg_read_binary_file('/etc/passwd')

--- unknown_function
SELECT pg_stat_file('/etc/passwd')

--- unknown_function
SELECT pg_terminate_backend(1)

--- unknown_function
SELECT pg_cancel_backend(1)

--- unknown_function
SELECT pg_reload_conf()

--- unknown_function
SELECT pg_advisory_lock(1)

--- unknown_function
SELECT lo_get(1)

--- unknown_function
SELECT lo_export(1, '/tmp/x')

--- unknown_function
SELECT nextval('x')

--- unknown_function
SELECT setval('x', 1)

--- unknown_function
SELECT txid_current()

--- unknown_function
SELECT inet_server_addr()

--- unknown_function
SELECT has_table_privilege('hr.salary', 'select')

--- unknown_function
SELECT to_regclass('hr.salary')

--- unknown_function
SELECT table_to_xml('hr.salary', true, false, '')

--- unknown_function
SELECT schema_to_xml('hr', true, false, '')

--- unknown_function
SELECT database_to_xml(true, false, '')

--- unknown_function
SELECT cursor_to_xml('c', 1, true, true, '')

--- unknown_function
SELECT xpath('/a', '<a/>')

--- unknown_function
SELECT ts_stat('select 1')

--- unknown_function
SELECT * FROM ts_stat('select to_tsvector(secret_text) from sales.vault')

--- forbidden_node
SELECT * FROM dblink('dbname=x', 'select 1') AS t(a int)

--- unknown_function
SELECT * FROM pg_sleep(1)

--- forbidden_node
SELECT * FROM ROWS FROM (generate_series(1, 10), generate_series(1, 10)) AS t

--- forbidden_node
SELECT * FROM generate_series(1, 10) WITH ORDINALITY AS t(a, b)

--- forbidden_function
SELECT * FROM XMLTABLE('/a' PASSING '<a/>' COLUMNS x text)

--- forbidden_function
SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a int PATH '$')) AS t

--- unknown_function
SELECT hstore(c) FROM sales.claim AS c

--- unknown_column
SELECT format('%s', c) FROM sales.claim AS c

--- unknown_column
SELECT concat(c) FROM sales.claim AS c

--- unknown_column
SELECT c::text FROM sales.claim AS c

--- unknown_function
SELECT quote_literal(c) FROM sales.claim AS c

--- unknown_column
SELECT claim::text FROM sales.claim

--- forbidden_node
SELECT (c.*)::text FROM sales.claim AS c

--- forbidden_node
SELECT ROW(c.*) FROM sales.claim AS c

--- forbidden_node
SELECT (ROW(c.*)).f1 FROM sales.claim AS c

--- unknown_column
SELECT md5(c::text) FROM sales.claim AS c

--- unknown_column
SELECT c.md5 FROM sales.claim AS c

--- unknown_column
SELECT c.text FROM sales.claim AS c

--- unknown_column
SELECT c.name FROM sales.claim AS c

--- unknown_function
SELECT status(c) FROM sales.claim AS c

--- unknown_function
SELECT customer_email(c) FROM sales.claim AS c

--- restricted_column
SELECT claim.customer_email FROM sales.claim

--- restricted_column
SELECT DISTINCT ON (customer_email) status FROM sales.claim

--- forbidden_literal
SELECT status FROM sales.claim WHERE status ~ '(a+)+$'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status !~* '(x*)*y'

--- unknown_function
SELECT regexp_matches(status, '.', 'g') FROM sales.claim

--- unknown_function
SELECT regexp_split_to_table(status, '') FROM sales.claim

--- unknown_function
SELECT string_to_table(status, '') FROM sales.claim

--- forbidden_node
SELECT status OPERATOR(pg_catalog.=) 'x' FROM sales.claim

--- forbidden_function
SELECT status @@ 'x' FROM sales.claim

--- forbidden_character
SELECT 1 !! 2

--- forbidden_character
SELECT |/ 25

--- forbidden_character
SELECT @ -5

--- forbidden_character
SELECT 5 !

--- forbidden_type
SELECT '1' :: "char"

--- unknown_table
SELECT ARRAY(SELECT secret_text FROM sales.vault)

--- unknown_table
SELECT status FROM sales.claim WHERE status = ANY(ARRAY(SELECT secret_text FROM sales.vault))

--- unknown_column
SELECT CURRENT_ROLE

--- forbidden_function
SELECT CURRENT_SCHEMA

--- unknown_column
SELECT SYSTEM_USER

--- forbidden_node
SELECT pg_catalog.set_config('x', 'y', false)

--- forbidden_node
SELECT pg_catalog.lower(status) FROM sales.claim

--- restricted_column
SELECT "lower"(customer_email) FROM sales.claim

--- forbidden_limit
SELECT status FROM sales.claim LIMIT ALL OFFSET 1

--- unknown_function
SELECT to_char(opened_at, status) || dblink_connect('x') FROM sales.claim

--- unknown_function
SELECT query_to_xml_and_xmlschema('select 1', true, true, '')

--- unknown_function
SELECT current_query()

--- unknown_function
SELECT pg_get_viewdef('x')

--- unknown_function
SELECT encode(lo_get(1), 'hex')

--- unknown_function
SELECT convert_from(pg_read_binary_file('x'), 'UTF8')

--- unknown_column
SELECT bool_and(c IS NOT NULL) FROM sales.claim AS c

--- unknown_function
SELECT date_part('epoch', pg_postmaster_start_time())

--- restricted_column
SELECT AGE(customer_email) FROM sales.claim

--- parse_error
SELECT COPY(1)

--- not_a_query
COPY (SELECT * FROM sales.claim) TO PROGRAM 'cat'

--- forbidden_literal
DO $$ BEGIN END $$

--- not_a_query
LISTEN x

--- not_a_query
NOTIFY x

--- not_a_query
LOCK TABLE sales.claim

--- not_a_query
DECLARE c CURSOR FOR SELECT 1

--- not_a_query
FETCH ALL FROM c

--- forbidden_node
SELECT * FROM sales.claim c(a, b)

--- forbidden_node
SELECT * FROM sales.claim AS c(customer_email)

--- restricted_column
SELECT grouping(customer_email) FROM sales.claim GROUP BY status

--- restricted_column
SELECT status FROM sales.claim GROUP BY GROUPING SETS ((status), (customer_email))

--- unknown_table
WITH x AS MATERIALIZED (SELECT * FROM sales.vault) SELECT * FROM x

--- restricted_column
WITH x AS NOT MATERIALIZED (SELECT customer_email FROM sales.claim) SELECT * FROM x

--- recursive_cte
WITH RECURSIVE x AS (SELECT 1) SELECT * FROM x

--- forbidden_node
WITH x AS (SELECT 1 AS n) SEARCH DEPTH FIRST BY n SET o SELECT * FROM x

--- unknown_table
SELECT status FROM sales.claim EXCEPT ALL SELECT secret_text FROM sales.vault

--- unknown_table
SELECT * FROM (VALUES ((SELECT MAX(secret_text) FROM sales.vault))) AS v(a)

--- unknown_table
SELECT * FROM (VALUES (1)) AS v(a) JOIN sales.vault ON TRUE

--- restricted_column
SELECT mode() WITHIN GROUP (ORDER BY customer_email) FROM sales.claim

--- unknown_column
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY c) FROM sales.claim AS c

--- unknown_column
SELECT COUNT(*) OVER (PARTITION BY c) FROM sales.claim AS c

--- forbidden_function
SELECT XMLELEMENT(NAME x, status) FROM sales.claim

--- unknown_function
SELECT XMLFOREST(status) FROM sales.claim

--- unknown_function
SELECT TREAT(status AS text) FROM sales.claim

--- unknown_function
SELECT 'x' AS "SELECT", pg_sleep(1)

--- forbidden_literal
SELECT U&"d\0061t\+000061" FROM sales.claim

--- forbidden_literal
SELECT U&'x' UESCAPE '!' FROM sales.claim

--- forbidden_node
SELECT claim_id FROM sales.claim QUALIFY ROW_NUMBER() OVER (ORDER BY claim_id) = 1

--- forbidden_function
SELECT date_diff('day', opened_on, DATE '2024-12-31') FROM sales.claim

--- unknown_window
SELECT SUM(cost) OVER (nothing ORDER BY claim_id) FROM sales.claim

--- forbidden_node
SELECT status FROM sales.claim JOIN sales.region USING (region_id::text)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id = a.claim_id OR a.claim_id = b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id = b.claim_id OR a.claim_id = a.claim_id + 0 * b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id IS NOT DISTINCT FROM a.claim_id AND b.claim_id = b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON (a.claim_id = a.claim_id) = (b.claim_id = b.claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id - a.claim_id = b.claim_id - b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON 0 * a.claim_id = 0 * b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON (1 - 1) * a.claim_id <= b.claim_id * 0.0

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id IN (b.claim_id, a.claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON COALESCE(1, a.claim_id) = COALESCE(1, b.claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON NULLIF(a.claim_id, a.claim_id) IS NOT DISTINCT FROM NULLIF(b.claim_id, b.claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON CASE WHEN a.claim_id > 0 THEN 1 ELSE 1 END = CASE WHEN b.claim_id > 0 THEN 1 ELSE 1 END

--- missing_join_condition
SELECT COUNT(*) FROM (SELECT 1 AS k, claim_id FROM sales.claim) AS a JOIN (SELECT 1 AS k FROM sales.claim) AS b ON a.k = b.k

--- missing_join_condition
SELECT COUNT(*) FROM (SELECT 1 AS k FROM sales.claim) AS a JOIN (SELECT 1 AS k FROM sales.claim) AS b USING (k)

--- missing_join_condition
WITH one AS (SELECT (SELECT 1) AS k, claim_id FROM sales.claim), two AS (SELECT k AS j FROM one UNION ALL SELECT 2 FROM sales.claim) SELECT COUNT(*) FROM one JOIN two ON one.k = two.j

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.region AS r ON a.region_id = r.region_id JOIN sales.claim AS b ON a.claim_id = a.claim_id + b.claim_id * 0

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a, sales.claim AS b, sales.region AS r WHERE a.claim_id = b.claim_id + r.region_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id - a.claim_id = 0

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON 0 * (a.claim_id - b.claim_id) = 0

--- unknown_table
WITH "/tmp/{U+212A}.csv" AS (SELECT 1 AS a) SELECT * FROM "/tmp/k.csv"

--- unknown_table
WITH "{U+00C9}.csv" AS (SELECT 1 AS a) SELECT * FROM "{U+00E9}.csv"

--- unknown_table
WITH "{U+0130}.csv" AS (SELECT 1 AS a) SELECT * FROM "i.csv"

--- unknown_column
SELECT "{U+212A}" FROM (SELECT status AS k FROM sales.claim) AS x

--- unknown_table
SELECT "{U+212A}".status FROM sales.claim AS k

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day ago' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day; drop' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day 01:00:00' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day''x' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL 'day' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '' DAY AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL /* c */ '1 day ago' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '9999999999999' DAY AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1.5' DAY AS x FROM sales.claim

--- forbidden_unit
SELECT SUM(cost) OVER (ORDER BY opened_on RANGE BETWEEN INTERVAL '1 day ago' PRECEDING AND CURRENT ROW) FROM sales.claim

--- too_large
SELECT status FROM sales.claim GROUP BY CUBE (status, channel, region_id, product_id, score, is_repeat, claim_id)

--- too_large
SELECT status FROM sales.claim GROUP BY CUBE (status, channel, region_id), CUBE (product_id, score, is_repeat, claim_id)

--- too_large
SELECT status FROM sales.claim GROUP BY GROUPING SETS (CUBE (status, channel, region_id, score, is_repeat), CUBE (status, channel, region_id, score, product_id), ROLLUP (status, channel))

--- too_large
SELECT status FROM sales.claim GROUP BY ROLLUP (status, channel, region_id), ROLLUP (product_id, score, is_repeat), ROLLUP (claim_id, cost, opened_on), ROLLUP (closed_at)

--- too_large
SELECT STRING_AGG(status, ','), STRING_AGG(channel, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') || STRING_AGG(status, ',') FROM sales.claim

--- too_large
WITH a AS (SELECT cost * cost * cost * cost AS s FROM sales.claim), b AS (SELECT s * s * s * s AS s FROM a), c AS (SELECT s * s * s * s AS s FROM b), d AS (SELECT s * s * s * s AS s FROM c), e AS (SELECT s * s * s * s AS s FROM d), f AS (SELECT s * s * s * s AS s FROM e), g AS (SELECT s * s * s * s AS s FROM f) SELECT s FROM g

--- too_large
SELECT LPAD(status, 100000, 'x') FROM sales.claim

--- too_large
SELECT LPAD(status, claim_id, 'x') FROM sales.claim

--- too_large
SELECT RPAD(status, 255 * 1000, 'x') FROM sales.claim

--- too_large
SELECT LPAD(status, -1, 'x') FROM sales.claim

--- restricted_column
SELECT LPAD(customer_email, 3, 'x') FROM sales.claim

--- restricted_column
SELECT INITCAP(customer_email) FROM sales.claim

--- restricted_column
SELECT TRANSLATE(customer_email, 'a', 'b') FROM sales.claim

--- restricted_column
SELECT REGEXP_REPLACE(customer_email, 'a', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '(a+)+', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '(a|b|ab)*c', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '(.*)(.*)(.*)(.*)x', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, 'a?a?a?a?a?aaaaa', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '(a)\1', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '(?=a)', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, 'a{1000}', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '((a{9}){9}){9}', 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, channel, 'b') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, 'a', channel) FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, 'a' || 'b', 'c') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, (SELECT 'a'), 'c') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '[[:alpha:]]', 'c') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '[a-z&&[b]]', 'c') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_REPLACE(status, '', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'g') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, '(x+x+)+y') FROM sales.claim

--- restricted_column
SELECT REGEXP_SUBSTR(customer_email, '@(.*)') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_LIKE(status, '(x+x+)+y') FROM sales.claim

--- restricted_column
SELECT REGEXP_LIKE(customer_email, 'x') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_SUBSTR(status, '(a*)*') FROM sales.claim

--- forbidden_literal
SELECT status FROM sales.claim WHERE status SIMILAR TO '(a|a)*'

--- forbidden_literal
SELECT TO_CHAR(opened_at, status) FROM sales.claim

--- forbidden_literal
SELECT TO_CHAR(opened_at, (SELECT 'YYYY')) FROM sales.claim

--- forbidden_literal
SELECT TO_CHAR(opened_at, 'MonthMonthMonthMonthMonthMonthMonthMonthMonthMonthMonthMonthMonthMonth') FROM sales.claim

--- restricted_column
SELECT DATE_TRUNC('month', customer_email) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC(customer_email, opened_at) FROM sales.claim

--- restricted_column
SELECT GREATEST(status, customer_email) FROM sales.claim

--- restricted_column
SELECT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY customer_email) FROM sales.claim

--- restricted_column
SELECT NULLIF(customer_email, 'a') FROM sales.claim

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email BETWEEN 'a' AND 'b'

--- restricted_column
SELECT status FROM sales.claim WHERE 'a' BETWEEN status AND customer_email

--- restricted_column
SELECT status FROM sales.claim WHERE status LIKE customer_email

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email IN ('a', 'b')

--- unknown_column
SELECT status FROM sales.claim WHERE (SELECT customer_email IS NULL)

--- restricted_column
SELECT status FROM sales.claim ORDER BY CASE WHEN customer_email > 'm' THEN 1 ELSE 0 END

--- restricted_column
SELECT status FROM sales.claim ORDER BY UPPER(customer_email) DESC NULLS LAST

--- restricted_column
SELECT status FROM sales.claim GROUP BY status, UPPER(customer_email)

--- restricted_column
SELECT COUNT(*) FROM sales.claim GROUP BY CUBE (status, customer_email)

--- restricted_column
SELECT MIN(cost) OVER (PARTITION BY status ORDER BY customer_email) FROM sales.claim

--- restricted_column
SELECT FIRST_VALUE(customer_email) OVER (ORDER BY claim_id) FROM sales.claim

--- restricted_column
SELECT LAG(customer_email, 1) OVER (ORDER BY claim_id) FROM sales.claim

--- restricted_column
SELECT SUM(CASE WHEN customer_email = 'a' THEN 1 END) FROM sales.claim

--- restricted_column
SELECT x.a FROM (SELECT customer_email FROM sales.claim) AS x(a)

--- unknown_column
WITH x AS (SELECT claim.* FROM sales.claim) SELECT x.customer_email FROM x

--- unknown_column
WITH x AS (SELECT * FROM sales.claim) SELECT status FROM x ORDER BY customer_email

--- restricted_column
WITH x AS (SELECT status FROM sales.claim) SELECT x.status FROM x, sales.claim WHERE x.status = claim.customer_email

--- unknown_column
WITH claim AS (SELECT 1 AS status) SELECT customer_email FROM claim

--- restricted_column
WITH claim AS (SELECT 1 AS status) SELECT c.customer_email FROM sales.claim AS c

--- restricted_column
SELECT r.region_name FROM sales.region AS r JOIN (SELECT customer_email AS e, region_id FROM sales.claim) AS x ON x.region_id = r.region_id

--- restricted_column
SELECT r.region_name FROM sales.region AS r LEFT JOIN sales.claim AS c ON c.region_id = r.region_id AND c.customer_email IS NULL

--- restricted_column
SELECT r.region_name FROM sales.region AS r WHERE r.region_id IN (SELECT c.region_id FROM sales.claim AS c WHERE c.customer_email > 'm')

--- restricted_column
SELECT r.region_name FROM sales.region AS r WHERE r.region_id = (SELECT MAX(c.region_id) FROM sales.claim AS c ORDER BY MAX(c.customer_email))

--- unknown_column
SELECT status FROM sales.claim UNION ALL SELECT region_name FROM sales.region ORDER BY customer_email

--- restricted_column
(SELECT status FROM sales.claim ORDER BY customer_email LIMIT 1) UNION ALL SELECT 'x'

--- unknown_table
SELECT * FROM sales.claim JOIN sales.vault USING (region_id)

--- unknown_table
SELECT * FROM sales.claim LEFT JOIN hr.salary ON salary.person = claim.status

--- unknown_table
SELECT * FROM sales.claim, hr.salary

--- unknown_table
SELECT * FROM (sales.claim CROSS JOIN sales.vault)

--- unknown_table
SELECT * FROM sales.claim AS vault JOIN sales.vault AS claim ON claim.region_id = vault.region_id

--- unknown_column
SELECT claim.secret_text FROM sales.claim

--- unknown_column
SELECT vault.secret_text FROM sales.claim AS vault

--- unknown_table
SELECT sales.vault.secret_text FROM sales.claim

--- unknown_table
SELECT hr.salary.salary FROM sales.claim

--- unknown_column
SELECT claim FROM sales.claim AS x

--- unknown_column
SELECT x.claim FROM sales.claim AS x

--- unknown_column
SELECT ROW(x) FROM sales.claim AS x

--- unknown_column
SELECT x FROM sales.claim AS x GROUP BY x

--- unknown_column
SELECT COUNT(*) FROM sales.claim AS x WHERE x IN (SELECT y FROM sales.claim AS y)

--- unknown_column
SELECT COUNT(*) FROM sales.claim AS x WHERE x = (SELECT y FROM sales.claim AS y LIMIT 1)

--- unknown_column
SELECT MAX(x) OVER () FROM sales.claim AS x

--- unknown_column
SELECT x::text FROM (SELECT * FROM sales.claim) AS x

--- unknown_column
SELECT CAST(x AS VARCHAR) FROM sales.region AS x

--- unknown_table
SELECT x.status.upper FROM sales.claim AS x

--- unknown_column
SELECT LENGTH(x) FROM sales.claim AS x

--- unknown_column
SELECT CONCAT(x, '') FROM sales.claim AS x

--- unknown_column
SELECT x || '' FROM sales.claim AS x

--- unknown_column
SELECT * FROM sales.claim WHERE claim IS NOT NULL

--- unknown_column
SELECT DISTINCT x FROM sales.claim AS x

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 5 OFFSET 1001

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 9223372036854775808

--- forbidden_literal
SELECT status FROM sales.claim LIMIT 0x10

--- forbidden_literal
SELECT status FROM sales.claim LIMIT 1_000

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 5 OFFSET NULL

--- forbidden_limit
SELECT status FROM sales.claim FETCH FIRST (SELECT 1) ROWS ONLY

--- parse_error
SELECT status FROM sales.claim FETCH FIRST -1 ROWS ONLY

--- forbidden_limit
SELECT status FROM sales.claim LIMIT CAST(5 AS INT)

--- forbidden_character
SELECT 'a'{U+00A0}AS x

--- forbidden_character
SELECT 'a'{U+200B}'b'

--- forbidden_character
SELECT 1{U+2028}FROM sales.vault

--- forbidden_literal
SELECT 1 --{U+0085} FROM sales.vault

--- forbidden_literal
SELECT 1 --{U+2028} FROM sales.vault

--- forbidden_literal
SELECT 1 /*{U+0000}*/

--- forbidden_literal
SELECT 1 -- {U+000B} x

--- forbidden_character
SELECT{U+180E}1

--- forbidden_character
SELECT{U+202F}1

--- forbidden_character
SELECT{U+205F}1

--- forbidden_character
SELECT{U+1680}1

--- forbidden_character
SELECT 1{U+FE0F}

--- forbidden_literal
SELECT "a{U+200D}b" FROM (SELECT 1 AS "a{U+200D}b") AS x

--- forbidden_literal
SELECT "a{U+00AD}b" FROM (SELECT 1 AS "a{U+00AD}b") AS x

--- forbidden_literal
SELECT "a{U+2066}b" FROM (SELECT 1 AS x) AS x

--- forbidden_character
SELECT {U+FF53}{U+FF54}atus FROM sales.claim

--- forbidden_character
SELECT status FROM sales{U+3002}claim

--- forbidden_character
SELECT status FROM sales{U+2024}claim

--- forbidden_character
SELECT status {U+FF0A} 2 FROM sales.claim

--- forbidden_character
SELECT status FROM sales.claim WHERE status {U+FF1D} 'x'

--- forbidden_literal
SELECT 'a{U+D800}b'

--- forbidden_literal
SELECT 'x' AS "$$x$$"

--- forbidden_literal
SELECT 'x' AS "${x}"

--- forbidden_literal
SELECT 'x' AS "a$b"

--- forbidden_literal
SELECT 'x' AS "e'y'"

--- forbidden_literal
SELECT 'x' AS "a`b"

--- forbidden_literal
SELECT 'x' AS `a"b`

--- forbidden_literal
SELECT 'x' AS "a;b"

--- forbidden_character
SELECT 'x' AS "/*"

--- forbidden_character
SELECT 'x' AS "--"

--- forbidden_character
SELECT 'x' AS "a--b"

--- parse_error
SELECT 1 AS "a" "b"

--- forbidden_literal
SELECT n'x' || N'y'

--- forbidden_literal
SELECT b'1010'

--- forbidden_literal
SELECT B'1010'

--- forbidden_literal
SELECT X'1F'

--- forbidden_literal
SELECT U&'\0061' UESCAPE '!'

--- forbidden_literal
SELECT u&"d\0061ta" FROM sales.claim

--- forbidden_literal
SELECT _latin1'x'

--- forbidden_literal
SELECT q'[x]'

--- forbidden_character
SELECT $q$x$q$

--- forbidden_character
SELECT $1$

--- forbidden_literal
SELECT 'a'
'b'

--- forbidden_literal
SELECT 'a' /* x */ 'b'

--- forbidden_literal
SELECT 'a' -- x{U+000A}'b'

--- forbidden_literal
SELECT DATE 'x' 'y'

--- forbidden_literal
SELECT 'a'::"e'x'"

--- forbidden_literal
SELECT CAST('a' AS e'x')

--- forbidden_type
SELECT CAST('a' AS VARCHAR('3'))

--- forbidden_type
SELECT CAST('a' AS VARCHAR(1e3))

--- forbidden_type
SELECT CAST('a' AS VARCHAR(3, 'x'))

--- forbidden_type
SELECT CAST('a' AS VARCHAR(100000))

--- forbidden_type
SELECT CAST('a' AS DECIMAL(1000000, 2))

--- forbidden_literal
SELECT CAST(status AS "text; drop") FROM sales.claim

--- forbidden_type
SELECT CAST(status AS sales.claim) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS claim) FROM sales.claim

--- forbidden_type
SELECT status::sales.claim FROM sales.claim

--- forbidden_node
SELECT CAST(status AS REGCLASS) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS JSONB) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS BYTEA) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS BIT) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS OBJECT) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS INET) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS MONEY) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS TSQUERY) FROM sales.claim

--- restricted_column
SELECT EXTRACT(EPOCH FROM customer_email) FROM sales.claim

--- forbidden_literal
SELECT EXTRACT(x'y' FROM opened_at) FROM sales.claim

--- forbidden_literal
SELECT EXTRACT("e'x'" FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('e''month', opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('decennium', opened_at) FROM sales.claim

--- restricted_column
SELECT TRIM(customer_email FROM status) FROM sales.claim

--- restricted_column
SELECT TRIM(BOTH customer_email FROM status) FROM sales.claim

--- restricted_column
SELECT SUBSTRING(customer_email FROM 1) FROM sales.claim

--- restricted_column
SELECT POSITION('x' IN customer_email) FROM sales.claim

--- restricted_column
SELECT OVERLAY(status PLACING customer_email FROM 1) FROM sales.claim

--- parse_error
SELECT COLLATION FOR (status) FROM sales.claim

--- forbidden_node
SELECT status FROM sales.claim FOR UPDATE OF claim

--- forbidden_node
SELECT status FROM sales.claim FOR KEY SHARE NOWAIT

--- parse_error
SELECT status INTO OUTFILE '/tmp/x' FROM sales.claim

--- parse_error
SELECT status INTO STRICT x FROM sales.claim

--- parse_error
SELECT * FROM sales.claim INTO x

--- forbidden_node
WITH x AS (MERGE INTO sales.claim USING sales.region ON TRUE WHEN MATCHED THEN DELETE RETURNING 1) SELECT * FROM x

--- parse_error
WITH x AS (TRUNCATE sales.claim) SELECT 1

--- parse_error
WITH x AS (COPY sales.claim TO '/tmp/x') SELECT 1

--- parse_error
WITH x AS (EXPLAIN SELECT 1) SELECT * FROM x

--- not_a_query
WITH x AS (VALUES (1)) DELETE FROM sales.claim

--- not_a_query
WITH x AS (SELECT 1) UPDATE sales.claim SET status = 'x'

--- forbidden_node
WITH x AS (SELECT 1) SELECT * INTO y FROM x

--- not_a_query
WITH x AS (SELECT 1 AS a) CREATE TABLE y AS SELECT * FROM x

--- recursive_cte
WITH RECURSIVE x AS (SELECT * FROM sales.claim) SELECT * FROM x

--- unknown_table
WITH x AS (SELECT * FROM x) SELECT * FROM x

--- unknown_table
WITH x AS (SELECT * FROM y), y AS (SELECT * FROM x) SELECT * FROM y

--- unknown_table
WITH x AS (SELECT secret_text FROM sales.vault) SELECT 1

--- unknown_table
WITH x AS (SELECT 1 AS a) SELECT * FROM sales.claim WHERE EXISTS (WITH x AS (SELECT * FROM sales.vault) SELECT * FROM x)

--- unknown_table
SELECT (WITH x AS (SELECT secret_text FROM sales.vault) SELECT MAX(secret_text) FROM x)

--- unknown_table
SELECT * FROM (WITH x AS (SELECT * FROM hr.salary) SELECT * FROM x) AS y

--- unknown_table
SELECT * FROM sales.claim WHERE region_id IN (WITH x AS (SELECT secret_id FROM sales.vault) SELECT secret_id FROM x)

--- unknown_table
SELECT status FROM sales.claim UNION (WITH x AS (SELECT secret_text FROM sales.vault) SELECT secret_text FROM x)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a, sales.claim AS b

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id IS NOT NULL AND b.claim_id IS NOT NULL

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON COALESCE(a.claim_id, b.claim_id) IS NOT NULL

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id = b.claim_id OR TRUE

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON CASE WHEN a.claim_id = b.claim_id THEN TRUE ELSE TRUE END

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON (a.claim_id = b.claim_id) IS NOT NULL

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON NOT (a.claim_id <> b.claim_id AND FALSE)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.status LIKE '%' AND b.status LIKE '%'

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON a.claim_id IN (SELECT b.claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON EXISTS (SELECT 1 WHERE a.claim_id = b.claim_id OR TRUE)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a LEFT JOIN sales.claim AS b ON TRUE

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a FULL JOIN sales.claim AS b ON FALSE

--- missing_join_condition
SELECT (SELECT COUNT(*) FROM sales.claim AS b, sales.claim AS d) FROM sales.claim AS a

--- missing_join_condition
SELECT COUNT(*) FROM (SELECT 1 AS k FROM sales.claim UNION ALL SELECT 1 FROM sales.claim) AS a JOIN (SELECT 1 AS k FROM sales.claim) AS b ON a.k = b.k

--- multiple_statements
SELECT status FROM sales.claim; SELECT customer_email FROM sales.claim

--- multiple_statements
SELECT status FROM sales.claim; -- x{U+000A}SELECT customer_email FROM sales.claim

--- multiple_statements
SELECT status FROM sales.claim; /* x */ DROP TABLE sales.claim

--- multiple_statements
SELECT status FROM sales.claim; /* x /* y */

--- multiple_statements
SELECT status FROM sales.claim;{U+0000}

--- multiple_statements
BEGIN; SELECT 1; COMMIT

--- multiple_statements
SELECT 1 UNION; SELECT 2

--- not_a_query
EXPLAIN (ANALYZE) SELECT * FROM sales.vault

--- not_a_query
PREPARE x AS SELECT * FROM sales.vault

--- not_a_query
DECLARE x CURSOR FOR SELECT * FROM sales.vault

--- not_a_query
CREATE TEMP TABLE x AS SELECT 1

--- not_a_query
CREATE OR REPLACE VIEW x AS SELECT 1

--- not_a_query
SECURITY LABEL ON TABLE sales.claim IS 'x'

--- not_a_query
RESET search_path

--- not_a_query
SET ROLE postgres

--- not_a_query
SHOW search_path

--- not_a_query
DISCARD ALL

--- not_a_query
CHECKPOINT

--- not_a_query
CLUSTER sales.claim

--- not_a_query
REINDEX TABLE sales.claim

--- not_a_query
IMPORT FOREIGN SCHEMA x FROM SERVER y INTO z

--- forbidden_node
SELECT pg_catalog.pg_sleep(1)

--- unknown_table
SELECT * FROM pg_catalog.pg_tables

--- forbidden_function
SELECT * FROM pg_catalog.generate_series(1, 10)

--- forbidden_function
SELECT CURRENT_USER, SESSION_USER, USER

--- forbidden_function
SELECT current_schemas(true)

--- unknown_function
SELECT pg_backend_pid()

--- unknown_function
SELECT pg_relation_size('sales.vault')

--- unknown_function
SELECT col_description(1, 1)

--- unknown_function
SELECT inet_client_addr()

--- unknown_function
SELECT pg_export_snapshot()

--- unknown_function
SELECT pg_logical_emit_message(true, 'a', 'b')

--- unknown_function
SELECT pg_notify('a', 'b')

--- unknown_function
SELECT lastval(), currval('x')

--- forbidden_function
SELECT gen_random_uuid()

--- forbidden_function
SELECT random() < 0.5

--- forbidden_function
SELECT RAND()

--- unknown_function
SELECT SETSEED(0.5)

--- unknown_function
SELECT uuid_generate_v4()

--- unknown_function
SELECT txid_snapshot_xmin(txid_current_snapshot())

--- restricted_column
SELECT ARRAY(SELECT customer_email FROM sales.claim)

--- restricted_column
SELECT ARRAY_AGG(customer_email) FROM sales.claim

--- restricted_column
SELECT JSON_AGG(customer_email) FROM sales.claim

--- forbidden_character
SELECT JSON_OBJECT('a': customer_email) FROM sales.claim

--- forbidden_node
SELECT JSON_VALUE(status, '$.a') FROM sales.claim

--- unknown_function
SELECT XMLAGG(status) FROM sales.claim

--- parse_error
SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>')

--- unknown_function
SELECT QUOTE_IDENT(status) FROM sales.claim

--- too_large
SELECT FACTORIAL(100000)

--- too_large
SELECT REPEAT('x', 2000000000)

--- forbidden_function
SELECT SPACE(2000000000)

--- unknown_function
SELECT REGEXP_MATCHES(customer_email, '.*') FROM sales.claim

--- unknown_function
SELECT RANGE(1, 1000000000)

--- unknown_function
SELECT * FROM RANGE(1, 1000000000) AS t

--- row_bound
SELECT * FROM GENERATE_SERIES(1, 1000000000) AS t

--- row_bound
SELECT * FROM sales.claim, GENERATE_SERIES(1, 1000000000) AS t(n) WHERE claim.claim_id = t.n

--- forbidden_function
SELECT * FROM UNNEST(GENERATE_SERIES(1, 1000000000)) AS t

--- unknown_function
SELECT SEQUENCE(1, 1000000000)

--- forbidden_literal
SELECT SUBSTRING(status FROM '(a+)+$') FROM sales.claim

--- forbidden_literal
SELECT SUBSTRING(status FROM channel) FROM sales.claim

--- forbidden_literal
SELECT SUBSTRING(status, channel, '#') FROM sales.claim

--- forbidden_literal
SELECT SUBSTRING(status FROM 'x#"y#"z' FOR '#') FROM sales.claim

--- forbidden_literal
SELECT SUBSTR(status, channel) FROM sales.claim

--- forbidden_literal
SELECT SUBSTRING(status FROM COALESCE(channel, 'x')) FROM sales.claim

--- forbidden_literal
SELECT SUBSTRING(status FROM CASE WHEN TRUE THEN 'x' END) FROM sales.claim

--- too_large
SELECT POWER(9.9, 100000)

--- too_large
SELECT POWER(9.9, claim_id) FROM sales.claim

--- too_large
SELECT POWER(9.9, -1000)

--- forbidden_literal
SELECT status FROM sales.claim WHERE status ~ channel

--- forbidden_literal
SELECT status FROM sales.claim WHERE status ~* '(a|a)*b'

--- forbidden_character
SELECT status FROM sales.claim WHERE status ~~~ 'x'

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email ~ 'x'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status ~ '(a)\1'

--- forbidden_unit
SELECT DATE_BIN('1 day', opened_at, customer_email) FROM sales.claim

--- restricted_column
SELECT DATE_TRUNC('day', opened_at, customer_email) FROM sales.claim

--- forbidden_literal
SELECT status FROM sales.claim WHERE status ~ '^' || channel

--- forbidden_function
SELECT status FROM sales.claim ORDER BY status COLLATE "de_DE"

--- forbidden_node
SELECT status FROM sales.claim ORDER BY status COLLATE sales."C"

--- restricted_column
SELECT status FROM sales.claim ORDER BY customer_email COLLATE "C"

--- too_large
SELECT POWER(POWER(POWER(9.9, 100), 100), 10)

--- forbidden_type
SELECT CAST(cost AS DECIMAL(1000, 998)) FROM sales.claim

--- too_large
WITH a AS (SELECT ROUND(cost, 100000) AS s FROM sales.claim), b AS (SELECT s * s * s * s * s AS s FROM a), c AS (SELECT s * s * s * s * s AS s FROM b), d AS (SELECT s * s * s * s * s AS s FROM c) SELECT s FROM d

--- too_large
SELECT STRING_AGG(status, ',') OVER () FROM sales.claim

--- too_large
SELECT LENGTH(ARRAY_AGG(status) OVER (ORDER BY claim_id)) FROM sales.claim

--- too_large
SELECT ARRAY_AGG(status) FILTER (WHERE score > 1) OVER () FROM sales.claim

--- too_large
SELECT ARRAY_AGG(x) FROM (SELECT ARRAY_AGG(x) AS x FROM (SELECT ARRAY_AGG(status) AS x FROM sales.claim) AS a) AS b

--- too_large
SELECT ARRAY_TO_STRING(x, y) FROM (SELECT ARRAY_AGG(status) AS x, STRING_AGG(channel, ',') AS y FROM sales.claim) AS a

--- unknown_column
SELECT MD5(c) FROM sales.claim AS c

--- restricted_column
SELECT MD5(customer_email) FROM sales.claim

--- unknown_column
SELECT JSON_EXTRACT_PATH_TEXT(c, 'customer_email') FROM sales.claim AS c

--- forbidden_literal
SELECT status FROM sales.claim WHERE status SIMILAR TO channel

--- forbidden_literal
SELECT status FROM sales.claim WHERE status SIMILAR TO '%a%b%c%d'

--- too_many_joins
WITH v AS (SELECT 1 AS x) SELECT 1 FROM v AS a, v AS b, v AS c, v AS d, v AS e, v AS f, v AS g, v AS h, v AS i, v AS j, v AS k, v AS l, v AS m, v AS n, v AS o, v AS p, v AS q, v AS r, v AS s, v AS t, v AS u, v AS w, v AS x, v AS y, v AS z, v AS aa

--- too_many_joins
SELECT 1 FROM sales.claim STRAIGHT_JOIN a STRAIGHT_JOIN b STRAIGHT_JOIN c STRAIGHT_JOIN d STRAIGHT_JOIN e STRAIGHT_JOIN f

--- too_many_joins
SELECT 1 WHERE CROSS APPLY (a, CROSS APPLY (a, CROSS APPLY (a, CROSS APPLY (a, CROSS APPLY (a, CROSS APPLY (a, 1))))))

--- too_deep
SELECT FROM a, (FROM a, (FROM a, (FROM a, (FROM a, (FROM a, (FROM a, (FROM a, 1)))))))

--- forbidden_limit
SELECT a LIMIT b (a LIMIT b (a LIMIT b (1)))

--- forbidden_limit
SELECT (SELECT 1 LIMIT 1 + (SELECT 2))

--- unknown_table
SELECT status FROM sales.claim WHERE status LIKE ANY (SELECT channel FROM sales.vault)

--- forbidden_unit
SELECT INTERVAL (customer_email) DAY FROM sales.claim

--- unknown_table
SELECT MAKE_INTERVAL(0, 0, 0, (SELECT MAX(secret_id) FROM sales.vault))

--- forbidden_type
SELECT CAST('1e131071' AS JSONB)

--- forbidden_literal
SELECT JSONB_EXTRACT_PATH_TEXT(CAST('{"a": 1e131071}' AS JSONB), 'a')

--- forbidden_literal
SELECT JSONB_EXTRACT_PATH_TEXT('{"a": 1e131071}', 'a')

--- forbidden_literal
SELECT JSONB_EXTRACT_PATH_TEXT((('{"a": 1e131071}')), 'a')

--- forbidden_unit
SELECT INTERVAL (score) DAY FROM sales.claim

--- forbidden_function
SELECT ARRAY_CONTAINS(ARRAY_AGG(status), 'open') FROM sales.claim

--- forbidden_node
SELECT JSON_EXTRACT_PATH_TEXT(CAST('{}' AS JSON), customer_email) FROM sales.claim

--- forbidden_node
SELECT JSON_EXTRACT_PATH_TEXT(CAST(status AS JSON), channel) FROM sales.claim

--- forbidden_literal
SELECT CAST('1e131071' AS DECIMAL)

--- forbidden_literal
SELECT COALESCE(cost, '1e131071') FROM sales.claim

--- forbidden_literal
SELECT cost + ' -1_0.5E+0_9999 ' FROM sales.claim

--- too_many_joins
SELECT 1 FROM EXTRACT (ON JOIN EXTRACT (ON JOIN EXTRACT (ON JOIN EXTRACT (ON JOIN EXTRACT (ON JOIN EXTRACT (ON JOIN a

--- parse_error
SELECT 1 FROM sales.claim WHERE JOIN AS USING (a JOIN AS USING (a JOIN AS USING (a JOIN AS USING (a JOIN AS USING (a JOIN AS USING (a))))))

--- parse_error
SELECT 1 FROM sales.claim WHERE CROSS JOIN TABLE IN (CROSS JOIN TABLE IN (CROSS JOIN TABLE IN (CROSS JOIN TABLE IN (CROSS JOIN TABLE IN (CROSS JOIN TABLE IN (1))))))

--- forbidden_node
SELECT (IF + (IF + (IF + 1)))

--- forbidden_node
SELECT MAP ARRAY BETWEEN MAP ARRAY BETWEEN 1

--- forbidden_limit
SELECT 1 OFFSET (SELECT 1 OFFSET (SELECT 1))

--- forbidden_limit
SELECT 1 FETCH FIRST (SELECT 1) ROWS ONLY

--- forbidden_unit
SELECT EXTRACT('da y' FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(UPPER('day') FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT EXTRACT('day FROM opened_at), (SELECT 1' FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT EXTRACT('da''y' FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_PART(status, opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_PART('nonsense', opened_at) FROM sales.claim

--- parse_error
SELECT COUNT(*) FROM sales.claim GROUP BY

--- too_deep
SELECT 1::INT::INT::INT::INT::INT::INT::INT

--- forbidden_node
SELECT MAKE_TIMESTAMP(year => 'x', 1)

--- forbidden_node
SELECT ROUND(cost, decimals => 'e''x') FROM sales.claim

--- forbidden_type
SELECT CAST(cost AS DECIMAL('10', 2)) FROM sales.claim

--- forbidden_literal
SELECT INTERVAL '1' "day'x"

--- forbidden_unit
SELECT DATE_TRUNC('"month"', opened_at) FROM sales.claim

--- restricted_column
SELECT * FROM sales.claim AS a JOIN sales.claim AS b USING (CUSTOMER_EMAIL)

--- restricted_column
SELECT * FROM sales.claim AS a JOIN sales.claim AS b USING ("customer_email")

--- forbidden_node
SELECT * FROM sales.claim NATURAL JOIN sales.claim AS b

--- restricted_column
SELECT status FROM sales.claim HAVING customer_email > 'a'

--- unknown_column
SELECT status FROM sales.claim WHERE EXISTS (SELECT 1 WHERE customer_email IS NOT NULL)

--- unknown_column
SELECT "{U+0441}ustomer_email" FROM sales.claim

--- unknown_column
SELECT "customer{U+FF3F}email" FROM sales.claim

--- restricted_column
SELECT "CUSTOMER_EMAIL" FROM sales.claim

--- forbidden_character
SELECT * FROM sales.cla{U+0131}m

--- forbidden_character
SELECT status['customer_email'] FROM sales.claim

--- forbidden_node
SELECT (claim).customer_email FROM sales.claim

--- forbidden_node
SELECT (sales.claim).customer_email FROM sales.claim

--- unknown_table
SELECT status.a.b FROM sales.claim

--- forbidden_node
SELECT claim.*.customer_email FROM sales.claim

--- forbidden_literal
SELECT $${x} AS a

--- unknown_table
SELECT * FROM (WITH claim AS (SELECT secret_text FROM sales.vault) SELECT * FROM claim) AS q JOIN sales.claim ON TRUE

--- restricted_column
SELECT status FROM sales.claim AS c WHERE EXISTS (WITH x AS (SELECT c.customer_email AS e) SELECT 1 FROM x)

--- parse_error
SELECT status FROM sales.claim WHERE (status = 'x'

--- parse_error
SELECT status FROM sales.claim WHERE status = 'x' GARBAGE MORE

--- parse_error
SELECT status FROM sales.claim WHERE

--- restricted_column
SELECT COUNT(*) FROM sales.claim GROUP BY channel ORDER BY customer_email

--- restricted_column
SELECT status AS s FROM sales.claim ORDER BY s, customer_email

--- restricted_column
SELECT status AS s FROM sales.claim ORDER BY s || customer_email

--- unknown_column
(SELECT status FROM sales.claim) ORDER BY customer_email

--- unknown_column
SELECT cost + 1 AS a, a + 1 AS b FROM sales.claim

--- forbidden_node
SELECT status FROM sales.claim FOR VERSION AS OF 1

--- forbidden_node
SELECT status FROM sales.claim FOR TIMESTAMP AS OF '2020-01-01'

--- forbidden_literal
SELECT 1 /*/ , customer_email /*/ FROM sales.claim

--- forbidden_character
SELECT 1 /**/ */ FROM sales.claim

--- forbidden_character
SEL{U+200B}ECT 1

--- forbidden_character
SELECT 1{U+200B}, customer_email FROM sales.claim

--- forbidden_literal
SELECT 1 /* {U+200B} */

--- forbidden_literal
SELECT MAKE_INTERVAL(secs => 'x''y')

--- forbidden_node
SELECT pg_catalog.format('%s', 'x')

--- parse_error
SELECT APPLY('lower', status) FROM sales.claim

--- unknown_function
SELECT CALL_FUNCTION('lower', status) FROM sales.claim

--- unknown_function
SELECT list_reduce(status, 'x') FROM sales.claim

--- unknown_function
SELECT array_apply(status, 'upper') FROM sales.claim

--- forbidden_type
SELECT CAST(CONCAT('1', 'e99999') AS DECIMAL)

--- forbidden_type
SELECT CAST(REVERSE('99999e1') AS NUMERIC)

--- forbidden_type
SELECT (LEFT('1e99999x', 7))::numeric

--- forbidden_type
SELECT x.s::numeric FROM (SELECT REVERSE('99999e1') AS s) AS x

--- forbidden_type
WITH x AS (SELECT REVERSE('99999e1') AS s) SELECT SUM(CAST(s AS NUMERIC)) FROM x

--- forbidden_type
WITH x(a) AS (SELECT REVERSE('99999e1')), y AS (SELECT a AS b FROM x UNION ALL SELECT status FROM sales.claim) SELECT CAST(y.b AS DECIMAL) FROM y

--- forbidden_type
WITH y AS (SELECT status AS b FROM sales.claim UNION ALL SELECT REVERSE('99999e1')) SELECT CAST(y.b AS DECIMAL) FROM y

--- forbidden_type
SELECT CAST(v.a AS DECIMAL) FROM (VALUES (REVERSE('99999e1'))) AS v(a)

--- forbidden_type
SELECT CAST((SELECT REVERSE('99999e1')) AS DECIMAL)

--- forbidden_type
SELECT CAST(CAST(CAST(REVERSE('99999e1') AS TEXT) AS VARCHAR) AS DECIMAL)

--- forbidden_type
SELECT CAST(JSON_EXTRACT_PATH_TEXT(CAST('{"a": "1e99999"}' AS JSON), 'a') AS DECIMAL)

--- forbidden_type
SELECT CAST(CASE WHEN score > 1 THEN REVERSE('99999e1') ELSE '1' END AS DECIMAL) FROM sales.claim

--- forbidden_type
SELECT CAST(MODE() WITHIN GROUP (ORDER BY REVERSE('99999e1')) AS DECIMAL) FROM sales.claim

--- forbidden_type
SELECT CAST(MAX(status || 'e99999') AS DECIMAL) FROM sales.claim

--- forbidden_type
SELECT CAST(LAG(status || 'e99999') OVER (ORDER BY claim_id) AS DECIMAL) FROM sales.claim

--- forbidden_type
SELECT k::numeric FROM (SELECT status AS k FROM sales.claim) AS a FULL JOIN (SELECT REVERSE('99999e1') AS k) AS b USING (k)

--- forbidden_type
SELECT status FROM sales.claim ORDER BY CAST(REVERSE('99999e1') AS DECIMAL)

--- forbidden_type
SELECT status FROM sales.claim WHERE CAST(status || 'e99999' AS DECIMAL) > 1

--- forbidden_type
SELECT (SELECT CAST(x.s AS DECIMAL) FROM sales.region LIMIT 1) FROM (SELECT REVERSE('99999e1') AS s) AS x

--- forbidden_type
SELECT CAST(CAST('{}' AS JSON) AS DECIMAL)

--- forbidden_type
SELECT CAST(TO_CHAR(score, '9') AS DECIMAL) FROM sales.claim

--- forbidden_type
SELECT STRING_AGG(status, '')::numeric FROM sales.claim

--- too_large
WITH a AS (SELECT CONCAT_WS(status, '', '', '', '', '', '', '', '') AS s FROM sales.claim), b AS (SELECT CONCAT_WS(s, '', '', '', '', '', '', '', '') AS s FROM a), c AS (SELECT CONCAT_WS(s, '', '', '', '', '', '', '', '') AS s FROM b), d AS (SELECT CONCAT_WS(s, '', '', '', '', '', '', '', '') AS s FROM c) SELECT LENGTH(s) AS n FROM d

--- too_large
WITH a AS (SELECT REPLACE(status, 'e', status) AS s FROM sales.claim), b AS (SELECT REPLACE(s, 'e', s) AS s FROM a), c AS (SELECT REPLACE(s, 'e', s) AS s FROM b) SELECT LENGTH(s) AS n FROM c

--- too_large
SELECT REPLACE(REPLACE(status, 'e', 'eeee' || 'eeee'), 'e', UPPER('eeeeeeee')) FROM sales.claim

--- too_large
WITH a AS (SELECT EXP(cost) * EXP(cost) * EXP(cost) * EXP(cost) AS s FROM sales.claim), b AS (SELECT s * s * s * s * s AS s FROM a), c AS (SELECT s * s * s * s * s * s AS s FROM b) SELECT s FROM c

--- too_large
SELECT 1e999 * 1e999 * 1e999 * 1e999 * POWER(1e999, 100) * POWER(1e999, 100) * POWER(1e999, 100)

--- too_large
WITH a AS (SELECT 1 / 1e-999 / 1e-999 / 1e-999 / 1e-999 AS s), b AS (SELECT POWER(s, 100) AS s FROM a) SELECT s FROM b

--- too_large
WITH a AS (SELECT VARIANCE(x.s) AS s FROM (SELECT POWER(score, 100) * POWER(score, 100) * POWER(score, 100) * POWER(score, 100) AS s FROM sales.claim) AS x), b AS (SELECT VARIANCE(s) AS s FROM a), c AS (SELECT VARIANCE(s) AS s FROM b), d AS (SELECT VARIANCE(s) AS s FROM c) SELECT VAR_POP(s) FROM d

--- too_large
SELECT TRUNC(cost, 2000) * TRUNC(cost, 2000) * POWER(TRUNC(cost, 2000), 100) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC(LOWER(channel), opened_at) FROM sales.claim

--- forbidden_node
SELECT * REPLACE (UPPER(status) AS status) FROM sales.claim

--- forbidden_literal
SELECT xDATE'2024-01-01'

--- forbidden_literal
SELECT DATE"2024-01-01"

--- forbidden_literal
SELECT DATE'2024-01-01' 'x'

--- forbidden_literal
SELECT DATE'2024-01-01'e'x'

--- forbidden_literal
SELECT 1DATE'2024-01-01'

--- forbidden_literal
SELECT e'x'DATE'2024-01-01'

--- forbidden_literal
SELECT VARCHAR'x'

--- forbidden_literal
SELECT NAME'x'

--- forbidden_unit
SELECT INTERVAL'1 day ago'

--- restricted_column
SELECT MAKE_INTERVAL(days => customer_email) FROM sales.claim

--- forbidden_node
SELECT MAKE_INTERVAL(nights => 1)

--- forbidden_literal
SELECT MAKE_INTERVAL("days'" => 1)

--- unknown_table
SELECT MAKE_INTERVAL(1, days => (SELECT MAX(secret_id) FROM sales.vault))

--- forbidden_node
SELECT COALESCE(days => 1)

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE (customer_email, closed_at) OVERLAPS (opened_at, closed_at)

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE (opened_at, closed_at, opened_on) OVERLAPS (opened_at, closed_at)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a JOIN sales.claim AS b ON (a.opened_at, a.closed_at) OVERLAPS (b.opened_at, b.closed_at)

--- unknown_column
SELECT NUM_NULLS(c) FROM sales.claim AS c

--- restricted_column
SELECT NUM_NULLS(customer_email) FROM sales.claim

--- restricted_column
SELECT ASCII(customer_email) FROM sales.claim

--- restricted_column
SELECT TIMEZONE('UTC', customer_email) FROM sales.claim

--- forbidden_function
SELECT UNIX_SECONDS(opened_at) FROM sales.claim

--- unsupported
SELECT REGEXP_REPLACE(status, '[aeiou]', ) AS s FROM sales.claim

--- unsupported
SELECT REGEXP_REPLACE(status, '[aeiou]') AS s FROM sales.claim

--- too_deep
SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT 1)))))))

--- too_deep
SELECT COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(1)))))))

--- forbidden_unit
SELECT INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(1))))))))))

--- forbidden_literal
SELECT TO_CHAR(opened_on, '%Y') AS d FROM sales.claim

--- forbidden_literal
SELECT TO_DATE(status, '%d') AS d FROM sales.claim

--- forbidden_literal
SELECT TO_TIMESTAMP(status, '%-m') AS d FROM sales.claim

--- row_bound
SELECT * FROM generate_series(1, 1501) AS t(n)

--- row_bound
SELECT * FROM generate_series(0, 1500) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 999999999) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 9999999999, 9999999999) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 5, 0) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 5, -1) AS t(n)

--- row_bound
SELECT * FROM generate_series(5, 1, 1) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 20, 0.01) AS t(n)

--- row_bound
SELECT * FROM generate_series(1e1, 20) AS t(n)

--- row_bound
SELECT * FROM generate_series(1.0, 5) AS t(n)

--- row_bound
SELECT * FROM generate_series('1', 5) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, '5') AS t(n)

--- row_bound
SELECT * FROM generate_series(1, NULL) AS t(n)

--- row_bound
SELECT * FROM generate_series(NULL, NULL) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, (SELECT 5)) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 2 + 3) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 2 * 3) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, CAST(5 AS INT)) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, CASE WHEN TRUE THEN 5 END) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 5, (SELECT 1)) AS t(n)

--- row_bound
SELECT * FROM generate_series(1, score) AS t(n)

--- forbidden_node
SELECT * FROM generate_series(1, 5, 1, 1) AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 second') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 microsecond') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '0 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '-1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-02-01', DATE '2024-01-01', INTERVAL '1 day') AS t(n)

--- parse_error
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day 1 hour') AS t(n)

--- parse_error
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 month -31 days') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', 1) AS t(n)

--- parse_error
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', '00:00:01') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', NULL) AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1' DAY * 0) AS t(n)

--- forbidden_node
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day', 'UTC') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day' / 1000) AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE 'infinity', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '-infinity', DATE '2024-02-01', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-02-30', DATE '2024-03-30', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE 'today', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series('2024-01-01', '2024-02-01', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '0001-01-01', DATE '9999-12-31', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '9999-12-31' - 5, DATE '9999-12-31' + 5, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '9999-12-31', DATE '9999-12-31' + INTERVAL '1 year', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2020-01-01', DATE '2024-02-09', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-01-01' + INTERVAL '5 years', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', 5, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(1, 5, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', NULL, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE - INTERVAL '5 years', CURRENT_DATE, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE, CURRENT_DATE + 1500, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE - INTERVAL '999999 years', CURRENT_DATE - INTERVAL '999999 years', INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE, CURRENT_DATE - 1, INTERVAL '1 day') AS t(n)

--- unknown_column
SELECT * FROM generate_series(CURRENT_DATE - score, CURRENT_DATE, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE - (SELECT 3), CURRENT_DATE, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(CURRENT_DATE * 3, CURRENT_DATE, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE_TRUNC('century', CURRENT_DATE), CURRENT_DATE, INTERVAL '1 day') AS t(n)

--- row_bound
SELECT c.claim_id FROM sales.claim AS c, generate_series(1, c.score) AS t(n)

--- row_bound
SELECT c.claim_id FROM sales.claim AS c JOIN generate_series(1, c.score) AS t(n) ON t.n = c.score

--- row_bound
SELECT (SELECT COUNT(*) FROM generate_series(1, c.score) AS t(n)) FROM sales.claim AS c

--- row_bound
SELECT (SELECT COUNT(*) FROM generate_series(c.opened_on, CURRENT_DATE, INTERVAL '1 day') AS t(n)) FROM sales.claim AS c

--- forbidden_function
SELECT * FROM generate_series(1, 5)

--- forbidden_function
SELECT * FROM generate_series(1, 5) AS t(n, m)

--- row_bound
SELECT * FROM generate_series(generate_series(1, 5), 5) AS t(n)

--- forbidden_function
SELECT * FROM sales.generate_series(1, 5) AS t(n)

--- forbidden_function
SELECT * FROM hr.sales.generate_series(1, 5) AS t(n)

--- forbidden_node
SELECT * FROM generate_series(1, 5) WITH ORDINALITY AS t(n, o)

--- forbidden_node
SELECT * FROM ROWS FROM (generate_series(1, 5), generate_series(1, 5)) AS t(n, m)

--- forbidden_node
SELECT * FROM generate_series(1, 5) AS t(n) TABLESAMPLE (10 PERCENT)

--- unknown_function
SELECT * FROM TABLE(generate_series(1, 5)) AS t(n)

--- forbidden_function
SELECT c.claim_id FROM sales.claim AS c WHERE c.score IN (generate_series(1, 5))

--- forbidden_function
SELECT c.claim_id, generate_series(1, 5) FROM sales.claim AS c

--- forbidden_function
SELECT generate_series(1, 5) FROM sales.claim

--- forbidden_function
SELECT claim_id FROM sales.claim ORDER BY generate_series(1, 5)

--- forbidden_function
SELECT COUNT(*) FROM sales.claim GROUP BY generate_series(1, 5)

--- forbidden_limit
SELECT claim_id FROM sales.claim LIMIT generate_series(1, 5)

--- forbidden_function
SELECT generate_series(1, 5) AS a, generate_series(1, 5) AS b

--- row_bound
SELECT generate_series(1, 1501) AS n

--- forbidden_function
SELECT generate_series(1, 5) + 1 AS n

--- forbidden_function
SELECT SUM(generate_series(1, 5)) AS n

--- forbidden_function
SELECT COALESCE(generate_series(1, 5), 0) AS n

--- forbidden_function
SELECT DISTINCT generate_series(1, 5) AS n

--- forbidden_function
SELECT generate_series(1, 5) AS n WHERE TRUE

--- forbidden_function
SELECT generate_series(1, 5) AS n GROUP BY 1

--- forbidden_function
SELECT generate_series(1, 5) AS n HAVING TRUE

--- forbidden_function
SELECT CASE WHEN TRUE THEN generate_series(1, 5) END AS n

--- forbidden_function
SELECT generate_series(1, 5) OVER () AS n

--- forbidden_function
WITH x AS (SELECT 1 AS a) SELECT generate_series(1, 5) AS n FROM x

--- not_a_query
VALUES (generate_series(1, 5))

--- forbidden_function
SELECT * FROM (VALUES (generate_series(1, 5))) AS v(n)

--- missing_join_condition
SELECT a.n FROM generate_series(1, 100) AS a(n), generate_series(1, 100) AS b(n)

--- missing_join_condition
SELECT a.n FROM generate_series(1, 100) AS a(n) CROSS JOIN generate_series(1, 100) AS b(n) WHERE a.n > 0 AND b.n > 0

--- missing_join_condition
SELECT a.n FROM generate_series(1, 20) AS a(n), generate_series(1, 20) AS b(n), generate_series(1, 20) AS c(n)

--- missing_join_condition
SELECT a.n FROM generate_series(1, 1000) AS a(n), sales.claim AS c, sales.region AS r

--- missing_join_condition
SELECT a.n FROM generate_series(1, 1) AS a(n) JOIN sales.claim AS c ON c.score = a.n JOIN sales.claim AS d ON d.score = a.n

--- missing_join_condition
WITH d AS (SELECT n FROM generate_series(1, 1000) AS t(n)) SELECT a.n FROM d AS a, d AS b

--- missing_join_condition
WITH d AS (SELECT n FROM generate_series(1, 1000) AS t(n)), e AS (SELECT a.n FROM d AS a JOIN d AS b ON a.n = b.n), f AS (SELECT x.n FROM e AS x, e AS y) SELECT COUNT(*) FROM f

--- too_large
WITH d0 AS (SELECT n FROM generate_series(1, 1500) AS t(n)), d1 AS (SELECT n FROM d0 UNION ALL SELECT n FROM d0), d2 AS (SELECT n FROM d1 UNION ALL SELECT n FROM d1), d3 AS (SELECT n FROM d2 UNION ALL SELECT n FROM d2), d4 AS (SELECT n FROM d3 UNION ALL SELECT n FROM d3), d5 AS (SELECT n FROM d4 UNION ALL SELECT n FROM d4), d6 AS (SELECT n FROM d5 UNION ALL SELECT n FROM d5), d7 AS (SELECT n FROM d6 UNION ALL SELECT n FROM d6) SELECT COUNT(*) AS n FROM d7

--- unknown_column
SELECT t FROM generate_series(1, 5) AS t(n)

--- unknown_column
SELECT t.m FROM generate_series(1, 5) AS t(n)

--- unknown_table
SELECT n.customer_email FROM generate_series(1, 5) AS t(n)

--- unknown_column
WITH claim AS (SELECT n FROM generate_series(1, 5) AS t(n)) SELECT customer_email FROM claim

--- too_large
SELECT STRING_AGG(CAST(t.n AS VARCHAR), ',') OVER () FROM generate_series(1, 5) AS t(n)

--- row_bound
SELECT * FROM generate_series(start => 1, stop => 5) AS t(n)

--- forbidden_function
SELECT * FROM pg_catalog.generate_series(1, 5) AS t(n)

--- forbidden_function
SELECT generate_series(1, 5), generate_series(1, 5)

--- row_bound
SELECT generate_series(1, generate_series(1, 5)) AS n

--- unknown_function
SELECT * FROM generate_subscripts(ARRAY[1], 1) AS t(n)

--- row_bound
SELECT * FROM generate_series(1::numeric, 5::numeric, 0.001) AS t(n)

--- unknown_function
SELECT * FROM generate_series_timestamp(1, 5) AS t(n)

--- unknown_function
SELECT * FROM range(1, 5) AS t(n)

--- forbidden_function
SELECT explode(generate_series(1, 5))

--- forbidden_function
SELECT unnest(generate_series(1, 5))

--- row_bound
SELECT * FROM generate_series(DATE_TRUNC('month', CURRENT_TIMESTAMP, 'Pacific/Apia'), CURRENT_DATE, '1 day') AS t(day)

--- row_bound
SELECT * FROM generate_series(CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Tokyo', CURRENT_TIMESTAMP, '1 day') AS t(day)

--- too_large
WITH d0 AS (SELECT generate_series(1, 1500) AS n), d1 AS (SELECT n FROM d0 UNION ALL SELECT n FROM d0), d2 AS (SELECT n FROM d1 UNION ALL SELECT n FROM d1), d3 AS (SELECT n FROM d2 UNION ALL SELECT n FROM d2), d4 AS (SELECT n FROM d3 UNION ALL SELECT n FROM d3), d5 AS (SELECT n FROM d4 UNION ALL SELECT n FROM d4), d6 AS (SELECT n FROM d5 UNION ALL SELECT n FROM d5), d7 AS (SELECT n FROM d6 UNION ALL SELECT n FROM d6) SELECT COUNT(*) AS n FROM d7

--- too_large
WITH d0 AS (SELECT v.n FROM (VALUES (1), (2), (3)) AS v(n)), d1 AS (SELECT n FROM d0 UNION ALL SELECT n FROM d0), d2 AS (SELECT n FROM d1 UNION ALL SELECT n FROM d1), d3 AS (SELECT n FROM d2 UNION ALL SELECT n FROM d2), d4 AS (SELECT n FROM d3 UNION ALL SELECT n FROM d3), d5 AS (SELECT n FROM d4 UNION ALL SELECT n FROM d4), d6 AS (SELECT n FROM d5 UNION ALL SELECT n FROM d5), d7 AS (SELECT n FROM d6 UNION ALL SELECT n FROM d6) SELECT COUNT(*) AS n FROM d7

--- row_bound
SELECT t.day FROM generate_series(DATE '2024-02-01', DATE '2024-01-01', INTERVAL '-1 day') AS t(day) ORDER BY t.day

--- unsupported
SELECT DATE() AS d

--- forbidden_node
SELECT CAST('2024-01-05' AS DATE FORMAT 'YYYY-MM-DD') AS d

--- forbidden_node
SELECT CAST(status AS TIMESTAMP FORMAT /* text */ '%d') AS d FROM sales.claim

--- forbidden_literal
SELECT TRY_CAST(status AS DATE format'YYYY') AS d FROM sales.claim

--- row_bound
WITH d0 AS (SELECT 1 AS x UNION ALL SELECT 1), d1 AS (SELECT * FROM d0 UNION ALL SELECT * FROM d0), d2 AS (SELECT * FROM d1 UNION ALL SELECT * FROM d1), d3 AS (SELECT * FROM d2 UNION ALL SELECT * FROM d2), d4 AS (SELECT * FROM d3 UNION ALL SELECT * FROM d3), d5 AS (SELECT * FROM d4 UNION ALL SELECT * FROM d4), d6 AS (SELECT * FROM d5 UNION ALL SELECT * FROM d5), d7 AS (SELECT * FROM d6 UNION ALL SELECT * FROM d6), d8 AS (SELECT * FROM d7 UNION ALL SELECT * FROM d7), d9 AS (SELECT * FROM d8 UNION ALL SELECT * FROM d8), d10 AS (SELECT * FROM d9 UNION ALL SELECT * FROM d9), d11 AS (SELECT * FROM d10 UNION ALL SELECT * FROM d10), d12 AS (SELECT * FROM d11 UNION ALL SELECT * FROM d11), d13 AS (SELECT * FROM d12 UNION ALL SELECT * FROM d12), d14 AS (SELECT * FROM d13 UNION ALL SELECT * FROM d13), d15 AS (SELECT * FROM d14 UNION ALL SELECT * FROM d14), d16 AS (SELECT * FROM d15 UNION ALL SELECT * FROM d15), d17 AS (SELECT * FROM d16 UNION ALL SELECT * FROM d16), d18 AS (SELECT * FROM d17 UNION ALL SELECT * FROM d17), d19 AS (SELECT * FROM d18 UNION ALL SELECT * FROM d18), d20 AS (SELECT * FROM d19 UNION ALL SELECT * FROM d19), d21 AS (SELECT * FROM d20 UNION ALL SELECT * FROM d20), d22 AS (SELECT * FROM d21 UNION ALL SELECT * FROM d21) SELECT COUNT(*) AS n FROM d22

--- row_bound
WITH d0 AS (SELECT 1 AS x), d1 AS (SELECT x FROM d0 UNION ALL SELECT x FROM d0), d2 AS (SELECT x FROM d1 UNION ALL SELECT x FROM d1), d3 AS (SELECT x FROM d2 UNION ALL SELECT x FROM d2), d4 AS (SELECT x FROM d3 UNION ALL SELECT x FROM d3), d5 AS (SELECT x FROM d4 UNION ALL SELECT x FROM d4), d6 AS (SELECT x FROM d5 UNION ALL SELECT x FROM d5), d7 AS (SELECT x FROM d6 UNION ALL SELECT x FROM d6), d8 AS (SELECT x FROM d7 UNION ALL SELECT x FROM d7), d9 AS (SELECT x FROM d8 UNION ALL SELECT x FROM d8), d10 AS (SELECT x FROM d9 UNION ALL SELECT x FROM d9), d11 AS (SELECT x FROM d10 UNION ALL SELECT x FROM d10) SELECT COUNT(*) AS n FROM d11

--- row_bound
WITH d0 AS (SELECT COUNT(*) AS x), d1 AS (SELECT x FROM d0 UNION ALL SELECT x FROM d0), d2 AS (SELECT x FROM d1 UNION ALL SELECT x FROM d1), d3 AS (SELECT x FROM d2 UNION ALL SELECT x FROM d2), d4 AS (SELECT x FROM d3 UNION ALL SELECT x FROM d3), d5 AS (SELECT x FROM d4 UNION ALL SELECT x FROM d4), d6 AS (SELECT x FROM d5 UNION ALL SELECT x FROM d5), d7 AS (SELECT x FROM d6 UNION ALL SELECT x FROM d6), d8 AS (SELECT x FROM d7 UNION ALL SELECT x FROM d7), d9 AS (SELECT x FROM d8 UNION ALL SELECT x FROM d8), d10 AS (SELECT x FROM d9 UNION ALL SELECT x FROM d9), d11 AS (SELECT x FROM d10 UNION ALL SELECT x FROM d10) SELECT COUNT(*) AS n FROM d11

--- row_bound
WITH d0 AS (SELECT x FROM (SELECT 1 AS x) AS t), d1 AS (SELECT x FROM d0 UNION ALL SELECT x FROM d0), d2 AS (SELECT x FROM d1 UNION ALL SELECT x FROM d1), d3 AS (SELECT x FROM d2 UNION ALL SELECT x FROM d2), d4 AS (SELECT x FROM d3 UNION ALL SELECT x FROM d3), d5 AS (SELECT x FROM d4 UNION ALL SELECT x FROM d4), d6 AS (SELECT x FROM d5 UNION ALL SELECT x FROM d5), d7 AS (SELECT x FROM d6 UNION ALL SELECT x FROM d6), d8 AS (SELECT x FROM d7 UNION ALL SELECT x FROM d7), d9 AS (SELECT x FROM d8 UNION ALL SELECT x FROM d8), d10 AS (SELECT x FROM d9 UNION ALL SELECT x FROM d9), d11 AS (SELECT x FROM d10 UNION ALL SELECT x FROM d10) SELECT COUNT(*) AS n FROM d11

--- row_bound
WITH d0 AS (SELECT MAX(t.x) AS x FROM (SELECT 1 AS x) AS t), d1 AS (SELECT x FROM d0 UNION ALL SELECT x FROM d0), d2 AS (SELECT x FROM d1 UNION ALL SELECT x FROM d1), d3 AS (SELECT x FROM d2 UNION ALL SELECT x FROM d2), d4 AS (SELECT x FROM d3 UNION ALL SELECT x FROM d3), d5 AS (SELECT x FROM d4 UNION ALL SELECT x FROM d4), d6 AS (SELECT x FROM d5 UNION ALL SELECT x FROM d5), d7 AS (SELECT x FROM d6 UNION ALL SELECT x FROM d6), d8 AS (SELECT x FROM d7 UNION ALL SELECT x FROM d7), d9 AS (SELECT x FROM d8 UNION ALL SELECT x FROM d8), d10 AS (SELECT x FROM d9 UNION ALL SELECT x FROM d9), d11 AS (SELECT x FROM d10 UNION ALL SELECT x FROM d10) SELECT COUNT(*) AS n FROM d11

--- row_bound
WITH d0 AS (SELECT 1 AS x), d1 AS (SELECT a.x, (SELECT MAX(b.x) FROM d0 AS b) AS y, (SELECT MIN(c.x) FROM d0 AS c) AS z FROM d0 AS a), d2 AS (SELECT a.x, (SELECT MAX(b.x) FROM d1 AS b) AS y, (SELECT MIN(c.x) FROM d1 AS c) AS z FROM d1 AS a), d3 AS (SELECT a.x, (SELECT MAX(b.x) FROM d2 AS b) AS y, (SELECT MIN(c.x) FROM d2 AS c) AS z FROM d2 AS a), d4 AS (SELECT a.x, (SELECT MAX(b.x) FROM d3 AS b) AS y, (SELECT MIN(c.x) FROM d3 AS c) AS z FROM d3 AS a), d5 AS (SELECT a.x, (SELECT MAX(b.x) FROM d4 AS b) AS y, (SELECT MIN(c.x) FROM d4 AS c) AS z FROM d4 AS a), d6 AS (SELECT a.x, (SELECT MAX(b.x) FROM d5 AS b) AS y, (SELECT MIN(c.x) FROM d5 AS c) AS z FROM d5 AS a), d7 AS (SELECT a.x, (SELECT MAX(b.x) FROM d6 AS b) AS y, (SELECT MIN(c.x) FROM d6 AS c) AS z FROM d6 AS a) SELECT x FROM d7

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a CROSS JOIN sales.claim AS b LEFT JOIN (SELECT 1 AS k) AS c ON a.claim_id = b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a CROSS JOIN sales.claim AS b LEFT JOIN sales.region AS c ON a.region_id = c.region_id AND a.claim_id = b.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS a CROSS JOIN sales.claim AS b FULL JOIN sales.region AS c ON a.region_id = c.region_id AND a.claim_id = b.claim_id

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT c.claim_id FROM (SELECT claim_id FROM sales.claim LIMIT 1000000) AS c LEFT JOIN z ON z.claim_id = c.claim_id) SELECT COUNT(*) FROM a AS a1, a AS a2

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT s.n FROM z RIGHT JOIN generate_series(1, 1500) AS s(n) ON z.claim_id = s.n) SELECT COUNT(*) FROM a AS a1, a AS a2

--- missing_join_condition
WITH v AS (SELECT n FROM generate_series(1, 1) AS s(n)), w AS (SELECT a.n FROM v AS a FULL JOIN v AS b ON a.n = b.n + 1) SELECT COUNT(*) FROM w AS w0, w AS w1, w AS w2, w AS w3, w AS w4, w AS w5, w AS w6, w AS w7, w AS w8, w AS w9, w AS w10

--- missing_join_condition
WITH g AS (SELECT COUNT(*) AS n FROM sales.claim GROUP BY GROUPING SETS ((), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), ())) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
WITH g AS (SELECT COUNT(*) AS n FROM (SELECT claim_id FROM sales.claim LIMIT 40) AS c GROUP BY GROUPING SETS ((), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), ())) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
WITH g AS (SELECT s.n, COUNT(*) AS k FROM generate_series(1, 40) AS s(n) GROUP BY CUBE (s.n, s.n, s.n)) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id, MIN(o.claim_id) AS m FROM sales.claim AS t) AS a, (SELECT t.claim_id, MIN(o.claim_id) AS m FROM sales.claim AS t) AS b) AS n FROM sales.claim AS o

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id FROM sales.claim AS t WHERE t.claim_id >= MIN(o.claim_id)) AS a, (SELECT t.claim_id FROM sales.claim AS t WHERE t.claim_id >= MIN(o.claim_id)) AS b) AS n FROM sales.claim AS o

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id FROM sales.claim AS t ORDER BY MIN(o.claim_id)) AS a, (SELECT t.claim_id FROM sales.claim AS t ORDER BY MIN(o.claim_id)) AS b) AS n FROM sales.claim AS o

--- too_large
SELECT COUNT(*) FROM generate_series(1, 1500) AS a(n) JOIN generate_series(1, 1500) AS b(n) ON a.n <= b.n JOIN generate_series(1, 1500) AS c(n) ON b.n <= c.n

--- too_large
SELECT COUNT(*) FROM generate_series(1, 1500) AS a(n) JOIN generate_series(1, 1500) AS b(n) ON SIGN(a.n) = SIGN(b.n) LEFT JOIN generate_series(1, 1500) AS c(n) ON SIGN(b.n) = SIGN(c.n)

--- too_large
SELECT COUNT(*) FROM sales.claim AS o JOIN generate_series(1, 1500) AS a(n) ON o.score <= a.n JOIN generate_series(1, 1500) AS b(n) ON o.score <= b.n JOIN generate_series(1, 1500) AS c(n) ON o.score <= c.n

--- too_large
WITH a AS (SELECT n FROM generate_series(1, 1500) AS s(n)), b AS (SELECT x.n FROM a AS x JOIN a AS y ON x.n <= y.n) SELECT COUNT(*) FROM b AS x JOIN b AS y ON x.n <= y.n

--- too_large
WITH a AS (SELECT n FROM generate_series(1, 1500) AS s(n) UNION ALL SELECT score FROM sales.claim) SELECT COUNT(*) FROM a AS x JOIN a AS y ON x.n <= y.n JOIN a AS z ON y.n <= z.n

--- too_large
SELECT COUNT(*) FROM generate_series(1, 1500) AS a(n) WHERE EXISTS (SELECT 1 FROM generate_series(1, 1500) AS b(n) WHERE b.n > a.n AND EXISTS (SELECT 1 FROM generate_series(1, 1500) AS c(n) WHERE c.n > a.n + b.n))

--- too_large
SELECT a.n, (SELECT COUNT(*) FROM generate_series(1, 1500) AS b(n) JOIN generate_series(1, 1500) AS c(n) ON b.n <= c.n WHERE b.n <= a.n) AS k FROM generate_series(1, 1500) AS a(n)

--- too_large
SELECT LENGTH(STRING_AGG(CAST(a.n AS VARCHAR(9)), '')) AS n FROM generate_series(1, 1500) AS a(n) JOIN generate_series(1, 1500) AS b(n) ON a.n <= b.n

--- too_large
WITH a AS (SELECT n FROM generate_series(1, 1500) AS s(n)), b AS (SELECT x.n FROM a AS x JOIN a AS y ON x.n <= y.n) SELECT ARRAY_AGG(n) AS l FROM b

--- too_large
SELECT a.n, (SELECT ARRAY_AGG(b.n) FROM generate_series(1, 1500) AS b(n) WHERE b.n > a.n) AS l FROM generate_series(1, 1500) AS a(n)

--- too_large
SELECT a.n, (SELECT MAX(v.k) FROM (VALUES ((SELECT COUNT(*) FROM generate_series(1, 1500) AS b(n) JOIN generate_series(1, 1500) AS c(n) ON b.n <= c.n WHERE b.n <= a.n))) AS v(k)) AS k FROM generate_series(1, 1500) AS a(n)

--- unknown_column
SELECT c[1] FROM sales.claim AS c

--- unknown_column
SELECT (c)[1] FROM sales.claim AS c

--- unknown_column
SELECT c[1:2] FROM sales.claim AS c

--- unknown_column
SELECT claim[1] FROM sales.claim AS c

--- restricted_column
SELECT (c.customer_email)[1] FROM sales.claim AS c

--- restricted_column
SELECT customer_email[1] FROM sales.claim AS c

--- restricted_column
SELECT (customer_email)[1] FROM sales.claim AS c

--- restricted_column
SELECT c.customer_email[1] FROM sales.claim AS c

--- unknown_table
SELECT sales.claim.customer_email[1] FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT c)[1] FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT customer_email FROM sales.claim LIMIT 1)[1] FROM sales.claim AS c

--- unknown_column
SELECT (ARRAY_AGG(c))[1] FROM sales.claim AS c

--- restricted_column
SELECT (ARRAY_AGG(customer_email))[1] FROM sales.claim AS c

--- restricted_column
SELECT ARRAY_AGG(customer_email)[1] FROM sales.claim AS c

--- forbidden_node
SELECT (ARRAY_AGG(c.*))[1] FROM sales.claim AS c

--- restricted_column
SELECT (ARRAY_AGG(status ORDER BY customer_email))[1] FROM sales.claim AS c

--- restricted_column
SELECT (ARRAY_AGG(status))[customer_email] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))['customer_email'] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[(SELECT 1)] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1 + 1] FROM sales.claim AS c

--- forbidden_literal
SELECT (ARRAY_AGG(status))[CURRENT_DATE] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[pg_sleep(5)] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1.5] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1e3] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[999999] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[--1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[+1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[0x1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1_0] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1, 2] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1:2:3] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1][1][1][1] FROM sales.claim AS c

--- forbidden_literal
SELECT (ARRAY_AGG(status))[NULL] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[*] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[:] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1 FROM sales.claim AS c

--- parse_error
SELECT (ARRAY_AGG(status))1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[[1]] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[$1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[:1:] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[ 1 /* x */ ] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[1 -- x
] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[{U+2009}1] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[{U+FF11}] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))['1'] FROM sales.claim AS c

--- restricted_column
SELECT (ARRAY_AGG(status))["customer_email"] FROM sales.claim AS c

--- forbidden_character
SELECT (ARRAY_AGG(status))[`customer_email`] FROM sales.claim AS c

--- forbidden_node
SELECT (*)[1] FROM sales.claim AS c

--- forbidden_node
SELECT c.*[1] FROM sales.claim AS c

--- forbidden_node
SELECT *[1] FROM sales.claim AS c

--- forbidden_node
SELECT COUNT(*)[1] FROM sales.claim AS c

--- forbidden_node
SELECT (ARRAY_AGG(status) OVER ())[1] FROM sales.claim AS c

--- forbidden_node
SELECT (ARRAY_AGG(status) OVER (ORDER BY claim_id))[1] FROM sales.claim AS c

--- forbidden_node
SELECT (current_schemas(true))[1] FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT ARRAY_AGG(secret_text) FROM sales.vault)[1] FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT ARRAY_AGG(salary) FROM hr.salary)[1] FROM sales.claim AS c

--- forbidden_node
SELECT [1] FROM sales.claim AS c

--- forbidden_node
SELECT [1][1] FROM sales.claim AS c

--- forbidden_character
SELECT ARRAY[1][1] FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY(1)[1] FROM sales.claim AS c

--- parse_error
SELECT CAST(status AS INT[1]) FROM sales.claim AS c

--- forbidden_node
SELECT status::INT[1] FROM sales.claim AS c

--- forbidden_node
SELECT CAST('{1}' AS INT[])[1] FROM sales.claim AS c

--- forbidden_character
SELECT ({'a': status})[1] FROM sales.claim AS c

--- forbidden_node
SELECT (status, score)[1] FROM sales.claim AS c

--- forbidden_node
SELECT STRUCT(status)[1] FROM sales.claim AS c

--- forbidden_character
SELECT x -> status[1] FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT status, score FROM sales.claim)[1] FROM sales.claim AS c

--- forbidden_node
SELECT EXISTS (SELECT 1)[1] FROM sales.claim AS c

--- forbidden_character
SELECT status[1] := 2 FROM sales.claim AS c

--- restricted_column
SELECT status[1] = customer_email FROM sales.claim AS c

--- forbidden_node
SELECT (CASE WHEN TRUE THEN c END)[1] FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(c, c)[1] FROM sales.claim AS c

--- unknown_column
SELECT (c.claim)[1] FROM sales.claim AS c

--- unknown_table
SELECT (sales.claim)[1] FROM sales.claim AS c

--- unknown_column
SELECT (sales)[1] FROM sales.claim AS c

--- forbidden_node
SELECT status[1].customer_email FROM sales.claim AS c

--- forbidden_node
SELECT (status)[1].* FROM sales.claim AS c

--- parse_error
SELECT status[1](1) FROM sales.claim AS c

--- forbidden_node
SELECT status[1]::regclass FROM sales.claim AS c

--- parse_error
SELECT lower[1]('x') FROM sales.claim AS c

--- forbidden_node
SELECT 1 FROM sales.claim[1]

--- parse_error
SELECT 1 FROM sales.claim AS c[1]

--- parse_error
SELECT 1 FROM sales[1].claim

--- parse_error
SELECT 1 FROM (SELECT 1)[1] AS t

--- parse_error
SELECT 1 FROM UNNEST(STRING_TO_ARRAY('a', 'b'))[1] AS t

--- forbidden_limit
SELECT 1 FROM sales.claim LIMIT (1)[1]

--- forbidden_limit
SELECT 1 FROM sales.claim LIMIT 1[1]

--- forbidden_node
SELECT 1 FROM sales.claim ORDER BY 1[1] LIMIT ALL

--- unknown_column
SELECT 1 FROM sales.claim GROUP BY claim[1]

--- restricted_column
SELECT 1 FROM sales.claim WHERE customer_email[1] = 'a'

--- unknown_column
SELECT 1 FROM sales.claim AS c JOIN sales.region AS r ON c[1] = r[1]

--- forbidden_node
SELECT 1 FROM sales.claim AS c JOIN sales.region AS r USING (customer_email[1])

--- restricted_column
SELECT 1 FROM sales.claim WINDOW w AS (PARTITION BY customer_email[1])

--- unknown_column
SELECT c -> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT c ->> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT (c) ->> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT claim ->> 'customer_email' FROM sales.claim AS c

--- forbidden_node
SELECT to_json(c) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_node
SELECT to_json(c)->>'email' FROM sales.claim AS c

--- forbidden_node
SELECT row_to_json(c) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_node
SELECT to_jsonb(c) -> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT CAST(c AS JSON) ->> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT c::json ->> 'customer_email' FROM sales.claim AS c

--- unknown_column
SELECT c::text::json ->> 'a' FROM sales.claim AS c

--- restricted_column
SELECT customer_email ->> 'a' FROM sales.claim AS c

--- restricted_column
SELECT customer_email::json ->> 'a' FROM sales.claim AS c

--- restricted_column
SELECT (customer_email)::json -> 'a' FROM sales.claim AS c

--- restricted_column
SELECT c.customer_email ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status -> customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> (SELECT 'a') FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a'::text FROM sales.claim AS c

--- restricted_column
SELECT status ->> 'a' || customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> ('a') FROM sales.claim AS c

--- forbidden_literal
SELECT status ->> 'a''b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a\'b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a"b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> $$a$$ FROM sales.claim AS c

--- forbidden_character
SELECT status ->> e'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> U&'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> N'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> X'61' FROM sales.claim AS c

--- forbidden_literal
SELECT status ->> 'a' 'b' FROM sales.claim AS c

--- forbidden_literal
SELECT status ->> 'a'
'b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '{U+00E4}' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '{U+200B}' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a{U+200B}b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a-b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a;b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '--' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '/*' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$.*' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$..a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$[*]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$.a[*]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$[?(@.a > 1)]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$.a[-1]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$.a[#-1]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$."a"' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$["a"]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '$[''a'']' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '/a/b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '/' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a.b' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a[0]' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '*' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> '1a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> -1 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 1.5 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 99999 FROM sales.claim AS c

--- forbidden_literal
SELECT status ->> 1e3 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> NULL FROM sales.claim AS c

--- forbidden_character
SELECT status ->> TRUE FROM sales.claim AS c

--- forbidden_character
SELECT status ->> $1 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> ? FROM sales.claim AS c

--- forbidden_character
SELECT status ->> :a FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a'[1] FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a'.b FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' AT TIME ZONE 'UTC' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' COLLATE "C" FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' + 1 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' * 2 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' - 1 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' / 1 FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' % 1 FROM sales.claim AS c

--- forbidden_node
SELECT 'x' || status ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT channel || status ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT 1 + status ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT - status ->> 'a' FROM sales.claim AS c

--- forbidden_literal
SELECT status ~ channel ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT '{"a": 1}' ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT '{"a": 1}' -> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT ('{}') ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY_AGG(c) ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT JSON_AGG(c) ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT c) ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT customer_email) ->> 'a' FROM sales.claim AS c

--- forbidden_node
SELECT (SELECT secret_text FROM sales.vault) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT x -> x ->> 'a' FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(c -> 'a', 'b') FROM sales.claim AS c

--- restricted_column
SELECT COALESCE(customer_email -> 'a', 'b') FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(x -> 'a', 'b') FROM sales.claim AS c

--- forbidden_character
SELECT COALESCE(status -> channel, 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(status -> 'a' || 'x', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE((status, channel) -> 'a', 'b') FROM sales.claim AS c

--- forbidden_character
SELECT LIST_TRANSFORM(LIST(status), v -> customer_email) FROM sales.claim AS c

--- forbidden_function
SELECT TRANSFORM(status, customer_email -> 'a') FROM sales.claim AS c

--- restricted_column
SELECT status #>> '{a,b}' || customer_email FROM sales.claim AS c

--- unknown_column
SELECT c #>> '{customer_email}' FROM sales.claim AS c

--- forbidden_literal
SELECT status #>> '{a,"b"}' FROM sales.claim AS c

--- forbidden_literal
SELECT status #>> '{a,{b}}' FROM sales.claim AS c

--- forbidden_literal
SELECT status #>> '{*}' FROM sales.claim AS c

--- forbidden_literal
SELECT status #>> '{}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status #>> ARRAY['a'] FROM sales.claim AS c

--- forbidden_character
SELECT status #> '{a}'::text[] FROM sales.claim AS c

--- forbidden_character
SELECT status #- '{a}' FROM sales.claim AS c

--- forbidden_node
SELECT status @> '{}' FROM sales.claim AS c

--- forbidden_node
SELECT status ? 'a' FROM sales.claim AS c

--- forbidden_node
SELECT status ?| 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status @? '$.a' FROM sales.claim AS c

--- forbidden_function
SELECT status @@ '$.a' FROM sales.claim AS c

--- forbidden_node
SELECT status <@ '{}' FROM sales.claim AS c

--- forbidden_literal
SELECT status #>> '{a,b' || '}' FROM sales.claim AS c

--- forbidden_character
SELECT status->>'a'->>'b' ->> customer_email FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT(c, '$.customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, customer_email) FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT(status, '$.*') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, '$.a', '$.b') FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT(status, 'a.b') FROM sales.claim AS c

--- unknown_function
SELECT JSON_EXTRACT_STRING(customer_email, '$.a') FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT(*, '$.a') FROM sales.claim AS c

--- parse_error
SELECT JSON_EXTRACT(status) FROM sales.claim AS c

--- unknown_column
SELECT JSON_EXTRACT_PATH(c, 'customer_email') FROM sales.claim AS c

--- restricted_column
SELECT JSON_EXTRACT_PATH(CAST(customer_email AS JSON), 'a') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_VALUE(status, '$.a') FROM sales.claim AS c

--- forbidden_function
SELECT JSON_TABLE(status, '$.a') FROM sales.claim AS c

--- forbidden_function
SELECT FROM_JSON(status, 'a INT') FROM sales.claim AS c

--- unknown_function
SELECT GET_JSON_OBJECT(customer_email, '$.a') FROM sales.claim AS c

--- unknown_function
SELECT GET_JSON_OBJECT(status, customer_email) FROM sales.claim AS c

--- unknown_function
SELECT GET_JSON_OBJECT(c, '$.a') FROM sales.claim AS c

--- forbidden_character
SELECT status:a FROM sales.claim AS c

--- forbidden_character
SELECT c:customer_email FROM sales.claim AS c

--- forbidden_character
SELECT customer_email:a FROM sales.claim AS c

--- forbidden_character
SELECT status:a.b::int FROM sales.claim AS c

--- forbidden_character
SELECT status:['a'] FROM sales.claim AS c

--- forbidden_character
SELECT status:`a` FROM sales.claim AS c

--- forbidden_character
SELECT status:a[*] FROM sales.claim AS c

--- forbidden_character
SELECT status:* FROM sales.claim AS c

--- unknown_table
SELECT status.a ->> 'b' FROM sales.claim AS c

--- forbidden_node
SELECT (status ->> 'a').b FROM sales.claim AS c

--- forbidden_node
SELECT status -> 'a' INTO x FROM sales.claim AS c

--- forbidden_character
SELECT status ->> FROM sales.claim AS c

--- parse_error
SELECT ->> 'a' FROM sales.claim AS c

--- unknown_table
SELECT status ->> 'a' AS c FROM sales.vault -- FROM sales.claim AS c

--- unknown_function
SELECT LIST_EXTRACT(c, 1) FROM sales.claim AS c

--- unknown_function
SELECT LIST_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- unknown_function
SELECT ARRAY_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- forbidden_function
SELECT STRUCT_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- unknown_function
SELECT LIST_ELEMENT(LIST(customer_email), 1) FROM sales.claim AS c

--- forbidden_function
SELECT ARRAY_SLICE(LIST(status), (SELECT 1), 2) FROM sales.claim AS c

--- unknown_function
SELECT ELEMENT_AT(c, 'customer_email') FROM sales.claim AS c

--- unknown_function
SELECT ELEMENT_AT(c, 1) FROM sales.claim AS c

--- unknown_function
SELECT ELEMENT_AT(COLLECT_LIST(customer_email), 1) FROM sales.claim AS c

--- unknown_function
SELECT GET(c, 0) FROM sales.claim AS c

--- unknown_function
SELECT GET(COLLECT_LIST(customer_email), 0) FROM sales.claim AS c

--- unknown_function
SELECT SLICE(c, 1, 2) FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(customer_email, '@') FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(status, '(a*)*') FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(status, '(a+)+b') FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(status, channel) FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(status, '_', score) FROM sales.claim AS c

--- forbidden_function
SELECT SPLIT(status, '_', -1) FROM sales.claim AS c

--- unknown_function
SELECT STRING_SPLIT(customer_email, '@')[1] FROM sales.claim AS c

--- restricted_column
SELECT STRING_TO_ARRAY(customer_email, '@') FROM sales.claim AS c

--- restricted_column
SELECT (STRING_TO_ARRAY(customer_email, '@'))[1] FROM sales.claim AS c

--- unknown_column
SELECT STRING_TO_ARRAY(c, ',') FROM sales.claim AS c

--- unknown_column
SELECT STRING_TO_ARRAY(c::text, ',') FROM sales.claim AS c

--- restricted_column
SELECT REGEXP_MATCH(customer_email, 'a') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_MATCH(status, '(a*)*') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_MATCH(status, channel) FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_MATCH(status, 'a', 'g') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_MATCH(status) FROM sales.claim AS c

--- restricted_column
SELECT REGEXP_SUBSTR(customer_email, 'a') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_COUNT(status, '(a*)*') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_COUNT(status, channel) FROM sales.claim AS c

--- forbidden_function
SELECT EXPLODE(SPLIT(status, '_')) FROM sales.claim AS c

--- unknown_function
SELECT LIST_SUM(customer_email) FROM sales.claim AS c

--- unknown_function
SELECT LIST_MAX(c) FROM sales.claim AS c

--- forbidden_function
SELECT ARRAY_MAX(customer_email) FROM sales.claim AS c

--- forbidden_function
SELECT SUBSTRING_INDEX(customer_email, '@', 1) FROM sales.claim AS c

--- restricted_column
SELECT ARRAY_TO_STRING(STRING_TO_ARRAY(customer_email, '@'), '') FROM sales.claim AS c

--- restricted_column
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT c.customer_email AS x) AS t

--- unknown_column
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT c AS x) AS t

--- unknown_table
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT c.* ) AS t

--- unknown_table
SELECT t.secret_text FROM sales.claim AS c, LATERAL (SELECT * FROM sales.vault LIMIT 1) AS t

--- forbidden_node
SELECT t.x FROM LATERAL (SELECT 1 AS x) AS t

--- forbidden_node
SELECT t.x FROM sales.claim AS c, LATERAL c.status AS t(x)

--- row_bound
SELECT t.x FROM sales.claim AS c, LATERAL generate_series(1, c.score) AS t(x)

--- unknown_function
SELECT t.x FROM sales.claim AS c, LATERAL pg_ls_dir('/') AS t(x)

--- forbidden_node
SELECT t.x FROM sales.claim AS c, LATERAL read_csv('x') AS t(x)

--- forbidden_node
SELECT t.x FROM sales.claim AS c, LATERAL sales.vault AS t

--- parse_error
SELECT t.x FROM sales.claim AS c, LATERAL (DELETE FROM sales.claim RETURNING 1 AS x) AS t

--- unknown_table
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT b.status AS x LIMIT 1) AS t, sales.claim AS b

--- missing_join_condition
SELECT t.claim_id FROM sales.claim AS c, LATERAL (SELECT claim_id FROM sales.claim) AS t

--- missing_join_condition
SELECT t.claim_id FROM sales.claim AS c, LATERAL (SELECT b.claim_id FROM sales.claim AS b WHERE b.score = b.score) AS t

--- missing_join_condition
SELECT t.claim_id FROM sales.claim AS c, LATERAL (SELECT claim_id FROM sales.claim LIMIT 5000) AS t

--- forbidden_node
SELECT x FROM sales.claim AS c, LATERAL (SELECT 1 AS x)

--- duplicate_name
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT 1 AS x) AS c

--- restricted_column
SELECT t.x FROM sales.claim AS c CROSS JOIN LATERAL ((SELECT customer_email AS x FROM sales.claim LIMIT 1)) AS t

--- restricted_column
SELECT t.x FROM sales.claim AS c LEFT JOIN LATERAL (SELECT 1 AS x) AS t ON customer_email = 'a'

--- unknown_column
SELECT t.x FROM sales.claim AS c JOIN LATERAL (SELECT 1 AS x) AS t USING (customer_email)

--- forbidden_node
SELECT t.x FROM sales.claim AS c NATURAL JOIN LATERAL (SELECT 1 AS x) AS t

--- recursive_cte
SELECT t.x FROM sales.claim AS c, LATERAL (WITH RECURSIVE q AS (SELECT 1) SELECT 1 AS x) AS t

--- forbidden_node
SELECT t.x FROM sales.claim AS c LATERAL VIEW explode(split(customer_email, '@')) t AS x

--- forbidden_node
SELECT t.x FROM sales.claim AS c LATERAL VIEW explode(split(status, '_')) t AS x

--- unknown_function
SELECT t.x FROM sales.claim AS c, LATERAL TABLE(f(1)) AS t(x)

--- forbidden_node
SELECT t.x FROM sales.claim AS c CROSS APPLY (SELECT 1 AS x) AS t

--- forbidden_node
SELECT t.x FROM sales.claim AS c OUTER APPLY (SELECT c.status AS x) AS t

--- missing_join_condition
SELECT t.x FROM sales.claim AS c, LATERAL (SELECT COUNT(*) OVER () AS x FROM sales.claim) AS t

--- missing_join_condition
SELECT t.n FROM sales.claim AS c, LATERAL (SELECT SUM(c.score) AS n FROM sales.claim) AS t, sales.claim AS d

--- missing_join_condition
SELECT 1 FROM sales.claim AS c, LATERAL (SELECT x.n FROM (VALUES (1), (2)) AS x(n)) AS a, LATERAL (SELECT claim_id FROM sales.claim) AS b

--- parse_error
SELECT t.x FROM sales.claim AS c, LATERAL ROWS FROM (f(1)) AS t(x)

--- unknown_table
SELECT t.x FROM sales.claim AS c, LATERAL (TABLE sales.vault) AS t(x)

--- forbidden_type
SELECT CAST('{"a": "1e99999"}'::json ->> 'a' AS DECIMAL)

--- forbidden_type
SELECT CAST(('{"a": "1e99999"}'::json ->> 'a') AS DECIMAL)

--- forbidden_type
SELECT (q.j ->> 'a')::numeric FROM (SELECT CAST('{"a": 1e99999}' AS JSON) AS j) AS q

--- forbidden_type
SELECT (CAST(q.j AS JSON) ->> 'a')::numeric FROM (SELECT '{"a": 1e99999}' AS j) AS q

--- forbidden_type
SELECT (CAST(q.j AS JSON) ->> 'a')::numeric FROM (SELECT '{"a": "1\u0065 9999"}' AS j) AS q

--- forbidden_type
SELECT (CAST(q.j AS JSON) ->> 'a')::numeric FROM (SELECT '{"a": "1\u00659\u0039999"}' AS j) AS q

--- forbidden_type
SELECT (CAST(q.j AS JSON) #>> '{a}')::numeric FROM (SELECT '{"a": "1E+99999"}' AS j) AS q

--- forbidden_type
SELECT (CAST(CONCAT('{"a": "1', 'e99999"}') AS JSON) ->> 'a')::numeric

--- forbidden_type
SELECT ((STRING_TO_ARRAY('1e99999,2', ','))[1])::numeric

--- forbidden_type
SELECT ((STRING_TO_ARRAY(status, ','))[1])::numeric FROM sales.claim

--- forbidden_type
SELECT ((ARRAY_AGG(status || 'e99999'))[1])::numeric FROM sales.claim

--- forbidden_type
SELECT ((REGEXP_MATCH('x1e99999', '[0-9e]+'))[1])::numeric

--- forbidden_type
SELECT REGEXP_SUBSTR('x1e99999', '[0-9e]+')::numeric

--- forbidden_literal
SELECT ((ARRAY_AGG('1e99999' ))[1])::numeric FROM sales.claim

--- forbidden_type
SELECT (v.j -> 'a' ->> 'b')::numeric FROM (VALUES (CAST('{"a": {"b": "1e99999"}}' AS JSON))) AS v(j)

--- forbidden_node
SELECT CAST('{"a": 1e99999}' AS JSONB) ->> 'a'

--- forbidden_node
SELECT '{"a": 1e99999}'::jsonb -> 'a'

--- forbidden_node
SELECT ('{"a": 1e99999}') ->> 'a'

--- forbidden_type
SELECT COALESCE(status -> 'a', '{"a": 1e99999}')::numeric FROM sales.claim

--- forbidden_literal
SELECT COALESCE(CAST(status AS JSON) ->> 'a', '1e99999')::numeric FROM sales.claim

--- forbidden_type
SELECT MAX(CAST(q.j AS JSON) ->> 'a')::numeric FROM (SELECT '{"a": "1e99999"}' AS j) AS q

--- too_large
SELECT ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(status, '_'), '__________________'), '_'), '__________________'), '_'), '__________________'), '_'), '__________________'), '_'), '__________________'), '_'), '__________________'), '_'), '__________________'), '_'), '__________________') FROM sales.claim

--- too_deep
SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((status)[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1] FROM sales.claim

--- too_deep
SELECT LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (

--- missing_join_condition
SELECT 1 FROM sales.claim, LATERAL (SELECT 1 AS a FROM sales.region AS r0 LIMIT 2000) AS t0, LATERAL (SELECT 1 AS a FROM sales.region AS r1 LIMIT 2000) AS t1

--- restricted_column
SELECT ARRAY[customer_email] FROM sales.claim

--- restricted_column
SELECT ARRAY[status, c.customer_email] FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY[(SELECT secret_text FROM sales.vault LIMIT 1)]

--- forbidden_node
SELECT ARRAY[(SELECT 1)]

--- parse_error
SELECT ARRAY[SELECT 1]

--- unknown_column
SELECT ARRAY[c] FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY[c.*] FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY[*] FROM sales.claim

--- forbidden_node
SELECT ARRAY[ARRAY[1]]

--- forbidden_node
SELECT ARRAY[(1, 2)]

--- forbidden_character
SELECT ARRAY[1:2]

--- parse_error
SELECT ARRAY[1

--- parse_error
SELECT ARRAY[1)

--- parse_error
SELECT (1]

--- parse_error
SELECT 1]

--- forbidden_character
SELECT ARRAY[]

--- forbidden_character
SELECT ARRAY['a'] [1]

--- forbidden_node
SELECT ARRAY['a' AS b]

--- forbidden_node
SELECT ARRAY['a'::regclass]

--- forbidden_character
SELECT ARRAY['a']::regclass[]

--- forbidden_character
SELECT ARRAY['a']::text[][]

--- forbidden_type
SELECT status::text[] FROM sales.claim

--- forbidden_type
SELECT '{a,b}'::text[]

--- forbidden_node
SELECT [1]

--- forbidden_node
SELECT ARRAY(1)

--- forbidden_node
SELECT ARRAY(VALUES (1))

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE customer_email = ANY ('{a,b}')

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE customer_email = ANY (ARRAY['a'])

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE status = ANY (ARRAY[customer_email])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY (ARRAY[(SELECT secret_text FROM sales.vault)])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{a,"b"}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{a,NULL}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{{a},{b}}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('[1:2]={a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{a\,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{}')

--- forbidden_character
SELECT COUNT(*) FROM sales.claim WHERE status = ANY ('{a,b}'::regclass[])

--- forbidden_literal
SELECT COUNT(*) FROM sales.claim WHERE cost = ANY ('{1e99999}')

--- forbidden_literal
SELECT COUNT(*) FROM sales.claim WHERE cost = ANY (ARRAY['1e99999'])

--- forbidden_literal
SELECT COUNT(*) FROM sales.claim WHERE cost = ANY (ARRAY['1e99999']::numeric[])

--- forbidden_type
SELECT CAST((ARRAY['1' || 'e99999'])[1] AS DECIMAL)

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status > ANY ('{a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ALL ('{a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status LIKE ANY ('{a,b}')

--- forbidden_literal
SELECT COUNT(*) FROM sales.claim WHERE status ~ ANY (ARRAY['a'])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim AS c WHERE status LIKE ANY (ARRAY_AGG(status))

--- unknown_function
SELECT SOME(ARRAY[1])

--- forbidden_node
SELECT pg_catalog.any(ARRAY[1])

--- forbidden_node
SELECT status @> ARRAY['a'] OR status @> '{"a": 1}' FROM sales.claim

--- forbidden_node
SELECT '{"a": 1}'::json @> '{"a": 1}'

--- forbidden_node
SELECT int4range(1, 2) && ARRAY[1]

--- forbidden_node
SELECT ARRAY['a'] <@ (SELECT ARRAY_AGG(secret_text) FROM sales.vault)

--- restricted_column
SELECT ARRAY_AGG(customer_email) && ARRAY['a'::varchar] FROM sales.claim

--- forbidden_node
SELECT VARIADIC ARRAY[1]

--- forbidden_node
SELECT GREATEST(VARIADIC ARRAY[1, 2])

--- unknown_function
SELECT ARRAY_FILL(1, ARRAY[1000000])

--- forbidden_literal
SELECT PERCENTILE_CONT(ARRAY[score]) WITHIN GROUP (ORDER BY cost) FROM sales.claim

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE ARRAY[a.claim_id] = ARRAY[b.claim_id]

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE CARDINALITY(ARRAY[a.claim_id]) = CARDINALITY(ARRAY[b.claim_id])

--- restricted_column
SELECT UNNEST(ARRAY[customer_email]) AS s FROM sales.claim

--- forbidden_function
SELECT UNNEST(ARRAY['a', 'b']) AS s, claim_id FROM sales.claim

--- forbidden_function
SELECT UNNEST(ARRAY['a']) AS s, UNNEST(ARRAY['b']) AS t

--- forbidden_node
SELECT UNNEST(ARRAY[(SELECT secret_text FROM sales.vault LIMIT 1)]) AS s

--- forbidden_function
SELECT UNNEST(ARRAY[COUNT(*)]) AS s FROM sales.claim

--- forbidden_function
SELECT UNNEST(ARRAY[COUNT(*)]) AS s

--- restricted_column
SELECT t.x FROM sales.claim AS c, UNNEST(ARRAY[c.customer_email]) AS t(x)

--- restricted_column
SELECT t.x FROM sales.claim AS c CROSS JOIN LATERAL UNNEST(ARRAY[c.status, c.customer_email]) AS t(x)

--- restricted_column
SELECT v.x FROM sales.claim AS c, LATERAL (VALUES (c.customer_email)) AS v(x)

--- unknown_table
SELECT v.x FROM sales.claim AS c, LATERAL (VALUES ((SELECT secret_text FROM sales.vault LIMIT 1))) AS v(x)

--- forbidden_node
SELECT v.x FROM sales.claim AS c, LATERAL (VALUES (COUNT(*))) AS v(x)

--- forbidden_node
SELECT v.x FROM sales.claim AS c, LATERAL (VALUES (c.cost), (c.score, 1)) AS v(x)

--- unknown_column
SELECT v FROM sales.claim AS c, LATERAL (VALUES (c.cost)) AS v(x)

--- forbidden_function
SELECT * FROM UNNEST(ARRAY['a', 'b'])

--- forbidden_function
SELECT * FROM UNNEST(ARRAY['a'], ARRAY['b', 'c']) AS t(x, y)

--- forbidden_function
SELECT t.x FROM UNNEST(ARRAY['a']) AS t(x, y, z)

--- unknown_table
SELECT t.x FROM UNNEST((SELECT ARRAY_AGG(secret_text) FROM sales.vault)) AS t(x)

--- forbidden_function
SELECT t.x FROM UNNEST((SELECT ARRAY_AGG(status) FROM sales.claim)) AS t(x)

--- forbidden_node
SELECT t.x FROM ROWS FROM (UNNEST(ARRAY['a'])) AS t(x)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS a(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS b(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS d(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS e(x)

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b, LATERAL (VALUES (a.score), (b.score)) AS v(x)

--- forbidden_function
SELECT t.x FROM sales.claim AS c CROSS JOIN LATERAL UNNEST(ARRAY[c.score, c.region_id]) AS t(x)

--- forbidden_function
SELECT t.x FROM UNNEST(ARRAY[STRING_TO_ARRAY('a,b', ',')]) AS t(x)

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) AS s PIVOT (SUM(cost) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) AS s UNPIVOT (v FOR m IN (cost))

--- forbidden_node
SELECT * FROM sales.claim PIVOT (SUM(cost) FOR customer_email IN ('S3CR3T-1@example.test'))

--- forbidden_node
SELECT * FROM sales.claim UNPIVOT (v FOR m IN (status, customer_email))

--- row_bound
SELECT d FROM generate_series('2024-01-01'::timestamp, '2124-01-31', '1 day'::interval) AS d

--- row_bound
SELECT d FROM generate_series('2024-01-01'::timestamp, 'infinity', '1 day'::interval) AS d

--- row_bound
SELECT d FROM generate_series('2024-01-01', '2024-01-31', '1 day') AS d

--- row_bound
SELECT d FROM generate_series('2024-01-01'::timestamp, 'tomorrow', '1 day'::interval) AS d

--- row_bound
SELECT d FROM generate_series(CURRENT_DATE, '2999-01-31', '1 day'::interval) AS d

--- row_bound
SELECT d FROM generate_series('2024-01-01'::timestamp, '2024-02-30', '1 day'::interval) AS d

--- row_bound
SELECT d FROM generate_series(1, '2024', 1) AS d

--- forbidden_node
SELECT WIDTH_BUCKET(cost, ARRAY[(SELECT secret_id FROM sales.vault LIMIT 1)]) FROM sales.claim

--- forbidden_node
SELECT WIDTH_BUCKET(cost, ARRAY_AGG(cost)) FROM sales.claim

--- forbidden_function
SELECT c.claim_id, (SELECT UNNEST(ARRAY[3, 1]) AS y ORDER BY value LIMIT 1) AS z FROM (SELECT claim_id, score AS value FROM sales.claim) AS c

--- forbidden_function
SELECT c.claim_id, (SELECT UNNEST(ARRAY[3, 1]) AS value ORDER BY value * 2 LIMIT 1) AS z FROM (SELECT claim_id, score AS value FROM sales.claim) AS c

--- unsupported
SELECT COUNT(DISTINCT score, region_id) AS n FROM sales.claim

--- unsupported
SELECT claim_id FROM sales.claim WHERE status LIKE ANY ('o%', 'c%')

--- unsupported
SELECT claim_id FROM sales.claim WHERE status NOT ILIKE ALL ('o%', 'c%')

--- forbidden_function
SELECT SAFE_DIVIDE(cost, score) AS x FROM sales.claim

--- forbidden_function
SELECT DECODE(status, 'open', 1, 0) AS x FROM sales.claim

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.region_id) ORDER BY 1) AS v(a)

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.region_id) LIMIT 1) AS v(a)

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.region_id) OFFSET 1) AS v(a)

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.region_id) FETCH FIRST 1 ROWS ONLY) AS v(a)

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.region_id) ORDER BY 1 DESC LIMIT 1) AS v(a)

--- forbidden_node
SELECT c.claim_id, v.a FROM sales.claim AS c, LATERAL ((VALUES (c.score), (c.region_id)) LIMIT 1) AS v(a)

--- forbidden_function
SELECT UNNEST(status) FROM sales.claim

--- forbidden_function
SELECT t.x FROM sales.claim AS c, UNNEST(c.status) AS t(x)

--- forbidden_function
SELECT t.x FROM sales.visit AS v, UNNEST(v.tags)

--- forbidden_function
SELECT t.x FROM sales.visit AS v, UNNEST(v.tags) AS t(x, y)

--- unknown_column
SELECT t.x FROM sales.visit AS v, UNNEST(v.secrets) AS t(x)

--- forbidden_function
SELECT t.x FROM UNNEST((SELECT tags FROM sales.visit LIMIT 1)) AS t(x)

--- unknown_table
SELECT t.x FROM UNNEST(v.tags) AS t(x), sales.visit AS v

--- unknown_column
SELECT t.x FROM sales.region AS r, UNNEST(tags) AS t(x)

--- missing_join_condition
SELECT t.x FROM sales.visit AS v, sales.region AS r, UNNEST(v.tags) AS t(x)

--- missing_join_condition
SELECT t.x FROM sales.visit AS v, UNNEST(v.tags) AS t(x), sales.claim AS c

--- missing_join_condition
SELECT t.x FROM sales.visit AS v, UNNEST(v.tags) AS t(x) LEFT JOIN sales.claim AS c ON TRUE

--- forbidden_function
SELECT t.x FROM (SELECT ARRAY_AGG(status) AS tags FROM sales.claim) AS v, UNNEST(v.tags) AS t(x)

--- missing_join_condition
WITH v AS (SELECT ARRAY_AGG(c.status) AS tags FROM sales.claim AS c, sales.region AS r WHERE c.region_id <> r.region_id) SELECT UNNEST(v.tags) FROM v

--- forbidden_function
SELECT UPPER(UNNEST(tags)) FROM sales.visit

--- forbidden_function
SELECT visit_id FROM sales.visit WHERE UNNEST(tags) = 'a'

--- forbidden_function
SELECT visit_id FROM sales.visit ORDER BY UNNEST(tags)

--- forbidden_function
SELECT SUM(UNNEST(readings)) FROM sales.visit

--- too_large
SELECT a.x FROM sales.visit AS v, UNNEST(v.tags) AS a(x), UNNEST(v.tags) AS b(x), UNNEST(v.tags) AS c(x), UNNEST(v.tags) AS d(x), UNNEST(v.tags) AS e(x)

--- too_large
SELECT STRING_AGG(a.x, ',') FROM sales.visit AS v, UNNEST(v.tags) AS a(x), UNNEST(v.tags) AS b(x), UNNEST(v.tags) AS c(x)

--- forbidden_function
SELECT UNNEST(STRING_TO_ARRAY(CONCAT(note, note), ' ')) FROM sales.visit

--- forbidden_function
SELECT UNNEST(STRING_TO_ARRAY(note, status)) FROM sales.claim, sales.visit WHERE region_name = note

--- forbidden_function
SELECT UNNEST(STRING_TO_ARRAY('a a a a a', ' ')) AS x

--- restricted_column
SELECT UNNEST(STRING_TO_ARRAY(customer_email, '@')) AS x FROM sales.claim

--- unknown_table
SELECT t.x FROM sales.vault AS v, UNNEST(v.tags) AS t(x)

--- unknown_column
SELECT v.visit_id FROM sales.visit AS v JOIN UNNEST(v.tags) AS t(x) USING (status)

--- forbidden_function
SELECT i FROM sales.claim AS c, jsonb_array_elements(c.status) AS i

--- forbidden_function
SELECT i FROM sales.visit AS v, jsonb_array_elements(v.tags) AS i

--- forbidden_function
SELECT jsonb_array_elements(status) FROM sales.claim

--- forbidden_function
SELECT i.value FROM jsonb_array_elements('[1, 2]') AS i

--- forbidden_function
SELECT i.value FROM jsonb_array_elements(CAST('[1, 2]' AS JSON)) AS i

--- restricted_column
SELECT i.value FROM sales.claim AS c, jsonb_each(c.customer_email) AS i

--- unknown_table
SELECT i.value FROM jsonb_array_elements((SELECT secret_text FROM sales.vault)) AS i

--- forbidden_function
SELECT x.a FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(a int)

--- forbidden_function
SELECT v.visit_id FROM sales.visit AS v, jsonb_object_keys(v.note, v.tags) AS k

--- forbidden_character
SELECT payload['a'] FROM sales.visit

--- forbidden_node
SELECT tags[1].x FROM sales.visit

--- forbidden_character
SELECT FILTER(tags, t -> t) FROM sales.visit

--- forbidden_node
SELECT visit_id FROM sales.visit WHERE 'a' IN tags

--- forbidden_literal
SELECT TO_NUMBER(status, channel) FROM sales.claim

--- forbidden_literal
SELECT REGEXP_SPLIT_TO_ARRAY(status, '(a+)+') FROM sales.claim

--- restricted_column
SELECT OVERLAY(OVERLAY(OVERLAY(status PLACING channel FROM 1) PLACING customer_email FROM 1) PLACING status FROM 1) FROM sales.claim

--- forbidden_literal
SELECT w FROM sales.claim AS c, regexp_split_to_table(c.status, '(a+)+') AS w

--- forbidden_literal
SELECT w FROM sales.claim AS c, regexp_split_to_table(c.status, c.channel) AS w

--- restricted_column
SELECT w FROM sales.claim AS c, string_to_table(c.customer_email, '@') AS w

--- forbidden_function
SELECT w FROM string_to_table('a a a a', ' ') AS w

--- unknown_function
SELECT string_to_table(note, ' ') AS w FROM sales.visit

--- forbidden_function
SELECT w FROM sales.visit AS v, string_to_table(CONCAT(v.note, v.note), ' ') AS w

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c ASOF JOIN sales.visit AS v ON c.region_id >= v.region_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.visit AS a, sales.visit AS b, UNNEST(a.tags, b.tags) AS u(x, y)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS c, sales.visit AS a, sales.visit AS b, UNNEST(b.tags, a.tags, STRING_TO_ARRAY(c.status, '_')) AS u(x, y, z)

--- forbidden_type
SELECT CAST(p.x AS DECIMAL) FROM (SELECT CONCAT('1', 'e99999') AS n FROM sales.visit) AS s, UNNEST(STRING_TO_ARRAY(s.n, ' ')) AS p(x)

--- forbidden_type
SELECT CAST(q.x AS DECIMAL) FROM (SELECT UNNEST(STRING_TO_ARRAY(s.n, ' ')) AS x FROM (SELECT CONCAT('1', 'e99999') AS n FROM sales.visit) AS s) AS q

--- forbidden_type
SELECT CAST(p.x AS DECIMAL) FROM (SELECT CONCAT('1', 'e99999') AS n FROM sales.visit) AS s, string_to_table(s.n, ' ') AS p(x)

--- too_large
SELECT LENGTH(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(note, NULL), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'), NULL), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'), NULL), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'), NULL), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')) FROM sales.visit

--- too_large
SELECT ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(ARRAY_TO_STRING(STRING_TO_ARRAY(note, NULL), note), NULL), note), NULL), note), NULL), ',') FROM sales.visit

--- forbidden_node
SELECT p.x FROM sales.visit AS v, string_to_table(v.note, ' ') WITH ORDINALITY AS p(x)

--- forbidden_node
SELECT p.x FROM sales.visit AS v, string_to_table(v.note, ' ') AS p(x) TABLESAMPLE SYSTEM (10)

--- unknown_function
SELECT LAST_DAY(opened_on) FROM sales.claim

--- unknown_function
SELECT status LIKE 'a' AS a, LIKE(status, 'a%') AS b FROM sales.claim

--- forbidden_literal
SELECT SUBSTR(status, '3') FROM sales.claim

--- unsupported
SELECT STRING_AGG(status) FROM sales.claim

--- unsupported
SELECT MOD(score, 2, 3) FROM sales.claim

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(v.d) FROM (VALUES (DATE '1000-01-01')) AS v(d)), (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series(DATE '0001-01-01', (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) - INTERVAL '200 years' FROM claim), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
WITH a AS (SELECT MIN(opened_on) - INTERVAL '60 years' AS lo FROM claim), b AS (SELECT lo - INTERVAL '60 years' AS lo FROM a) SELECT d.day FROM b, generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM claim c, generate_series(c.opened_on, c.closed_at, INTERVAL '1 day') AS d(day) WHERE d.day = c.opened_on

--- row_bound
SELECT d.day FROM claim c, generate_series((SELECT MIN(x.opened_on) FROM claim x WHERE x.claim_id = c.claim_id), CURRENT_DATE, INTERVAL '1 day') AS d(day) WHERE d.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT generate_series(c.opened_on, c.closed_at, INTERVAL '1 day') AS day) AS d WHERE d.day = c.opened_on

--- row_bound
SELECT generate_series(opened_on, closed_at, INTERVAL '1 day') FROM claim

--- forbidden_function
SELECT generate_series(MIN(opened_on), MAX(opened_on), INTERVAL '1 day') FROM claim GROUP BY region_id

--- forbidden_function
SELECT region_id, generate_series(MIN(opened_on), MAX(opened_on), INTERVAL '1 day') FROM claim GROUP BY region_id

--- forbidden_function
SELECT DISTINCT generate_series(MIN(opened_on), MAX(opened_on), INTERVAL '1 day') FROM claim

--- row_bound
SELECT t.n FROM generate_series((SELECT MIN(claim_id) FROM claim), (SELECT MAX(claim_id) FROM claim)) AS t(n)

--- row_bound
SELECT t.n FROM generate_series((SELECT MIN(claim_id) FROM claim), (SELECT MAX(claim_id) FROM claim), 1) AS t(n)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL '1 hour') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL '-1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), MAKE_INTERVAL(days => 0)) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), (SELECT INTERVAL '1 day')) AS d(day)

--- missing_join_condition
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS a(day), generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS b(day)

--- missing_join_condition
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS a(day), claim c

--- too_large
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS a(day) JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS b(day) ON a.day <= b.day JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS c(day) ON b.day <= c.day

--- too_large
SELECT STRING_AGG(a.day::text, ',') FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS a(day) JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS b(day) ON a.day <= b.day

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim UNION SELECT DATE '0001-01-01'), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT CASE WHEN MIN(opened_on) IS NULL THEN MIN(opened_on) ELSE DATE '0001-01-01' END FROM claim), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series(COALESCE((SELECT MIN(opened_on) FROM claim WHERE claim_id < 0), DATE '0001-01-01'), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(status::date) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- restricted_column
SELECT d.day FROM generate_series((SELECT MIN(customer_email)::date FROM claim), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- unknown_table
SELECT d.day FROM generate_series((SELECT MIN(secret_day) FROM vault), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on), MAX(opened_on) FROM claim), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series(MIN(DATE '2024-01-01'), (SELECT MAX(opened_on) FROM claim), INTERVAL '1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) + x.n * INTERVAL '1 day' FROM claim, (VALUES (99999999)) AS x(n) GROUP BY x.n), CURRENT_DATE, INTERVAL '1 day') AS d(day)

--- row_bound
SELECT x.day FROM (SELECT day FROM (VALUES (DATE '0001-01-01')) AS v(day) UNION ALL SELECT opened_on FROM claim) AS x, LATERAL (SELECT generate_series(x.day, CURRENT_DATE, INTERVAL '1 day') AS day) AS y WHERE y.day = x.day

--- row_bound
WITH x AS (SELECT opened_on AS d FROM claim UNION ALL SELECT DATE '0001-01-01') SELECT generate_series(MIN(d), MAX(d), INTERVAL '1 day') FROM x

--- row_bound
SELECT (SELECT COUNT(*) FROM generate_series(c.opened_on, c.closed_at, INTERVAL '1 day') AS d(day)) FROM claim c

--- row_bound
SELECT h.at FROM generate_series(NOW() - INTERVAL '90 days', NOW(), INTERVAL '1 hour') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(NOW() - INTERVAL '2 days', NOW(), INTERVAL '1 minute') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(NOW() - INTERVAL '2 days', NOW(), INTERVAL '1 second') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(NOW(), NOW() - INTERVAL '2 days', INTERVAL '-1 hour') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(NOW(), NOW() + INTERVAL '2 days', INTERVAL '0 hours') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(NOW() - INTERVAL '999999 hours', NOW(), INTERVAL '24 hours') AS h(at)

--- row_bound
SELECT h.at FROM generate_series(TIMESTAMP '2024-01-01 00:00', TIMESTAMP '2024-06-01 00:00', INTERVAL '1 hour') AS h(at)

--- row_bound
SELECT o.opened_on FROM claim o WHERE o.opened_on IN (SELECT generate_series(o.opened_on, CURRENT_DATE, INTERVAL '1 day') FROM region LIMIT 1)

--- unknown_table
SELECT d.day FROM generate_series((SELECT lo FROM b), CURRENT_DATE, INTERVAL '1 day') AS d(day), (SELECT MIN(opened_on) AS lo FROM claim) AS b

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month - 1' FROM claim

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month -- 1 day' FROM claim

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month - 1 day ago' FROM claim

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month - 1 fortnight' FROM claim

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (WITH b AS (SELECT c.opened_on AS lo) SELECT generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS day FROM b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS day FROM (SELECT c.opened_on AS lo) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS day FROM (SELECT MIN(x.opened_on) AS lo FROM claim x WHERE x.claim_id = c.claim_id) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT (SELECT COUNT(*) FROM (SELECT c.opened_on AS lo) AS b, generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS d(day)) AS n FROM claim c

--- row_bound
SELECT d.day FROM claim c, generate_series((WITH b AS (SELECT c.opened_on AS lo) SELECT lo FROM b), CURRENT_DATE, INTERVAL '1 day') AS d(day) WHERE d.day = c.opened_on

--- forbidden_literal
SELECT TO_CHAR(opened_on, '') AS d FROM sales.claim

--- missing_join_condition
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) u

--- missing_join_condition
SELECT v.visit_id FROM sales.visit v FULL JOIN (SELECT COUNT(*) AS n FROM sales.claim) u

--- missing_join_condition
SELECT v.visit_id, u.tag FROM sales.visit v LEFT JOIN UNNEST(v.tags) AS u(tag)

--- forbidden_node
SELECT r.market FROM sales.region r CROSS JOIN (SELECT COUNT(*) AS n FROM sales.claim) u ON TRUE

--- unsupported
SELECT POSITION(status, 'a') AS x FROM sales.claim

--- forbidden_node
SELECT RANK() AS x FROM sales.claim

--- forbidden_node
SELECT v.visit_id, u.tag FROM sales.visit v FULL JOIN UNNEST(v.tags) AS u(tag) ON TRUE

--- parse_error
SELECT SUM(score) OVER (ORDER BY claim_id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW EXCLUDE DAY) AS x FROM sales.claim

--- too_large
SELECT REPEAT(status, 256) AS x FROM sales.claim

--- too_large
SELECT REPEAT(status, score) AS x FROM sales.claim

--- too_large
SELECT REPEAT(REPEAT('ab', 200), 200) AS x FROM sales.claim

--- too_large
SELECT FACTORIAL(34) AS x FROM sales.claim

--- too_large
SELECT FACTORIAL(score) AS x FROM sales.claim

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN sales.region r ON REPEAT(c.status, 0) = REPEAT(r.region_name, 0)

--- forbidden_literal
SELECT FORMAT('%1$s%1$s%1$s', status) AS x FROM sales.claim

--- forbidden_literal
SELECT FORMAT('%999999s', status) AS x FROM sales.claim

--- forbidden_literal
SELECT FORMAT('%*s', score, status) AS x FROM sales.claim

--- restricted_column
SELECT v.tags[c.customer_email] AS x FROM sales.visit v JOIN sales.claim c ON c.region_id = v.region_id

--- forbidden_character
SELECT tags[(SELECT MAX(secret_id) FROM sales.vault)] AS x FROM sales.visit

--- forbidden_node
SELECT status[score] AS x FROM sales.claim

--- forbidden_literal
SELECT tags[LENGTH(note) * 2] AS x FROM sales.visit

--- forbidden_literal
SELECT tags[CARDINALITY(tags) + -1] AS x FROM sales.visit

--- forbidden_node
SELECT claim_id & 1 | score AS x FROM sales.claim

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN sales.region r ON c.claim_id & 0 = r.region_id & 0

--- restricted_column
SELECT customer_email | 1 AS x FROM sales.claim

--- forbidden_character
SELECT claim_id &-1 AS x FROM sales.claim

--- forbidden_character
SELECT claim_id <<| 2 AS x FROM sales.claim

--- forbidden_node
SELECT claim_id # 1 || status AS x FROM sales.claim

--- not_a_query
PIVOT sales.claim ON status IN ('open') USING SUM(cost) GROUP BY region_id

--- restricted_column
SELECT ROW(claim_id, customer_email) AS x FROM sales.claim

--- restricted_column
SELECT json_build_object('a', customer_email) FROM sales.claim

--- restricted_column
SELECT jsonb_object_agg(claim_id, customer_email) FROM sales.claim

--- unknown_table
SELECT row_to_json(v) FROM sales.vault v

--- unknown_column
SELECT row_to_json(v) FROM sales.claim c

--- unknown_column
SELECT COUNT(c) FROM sales.claim c

--- unknown_column
SELECT json_build_object('a', c) FROM sales.claim c

--- unknown_column
SELECT row_to_json(c), MAX(c) FROM sales.claim c

--- forbidden_type
SELECT to_jsonb(status::json) FROM sales.claim

--- forbidden_type
SELECT jsonb_build_object('a', j) FROM (SELECT status::json AS j FROM sales.claim) x

--- forbidden_type
SELECT jsonb_agg(x) FROM (SELECT ('[1e99' || '999]')::json AS j FROM sales.claim) x

--- forbidden_type
SELECT to_jsonb(json_build_object('a', (SELECT '[1e99999]'::json)))

--- too_large
SELECT json_agg(x.j) FROM (SELECT json_agg(status) AS j FROM sales.claim GROUP BY region_id) x

--- too_large
SELECT json_agg(status) OVER () FROM sales.claim

--- too_large
SELECT jsonb_agg(c) OVER () FROM sales.claim c

--- forbidden_node
SELECT status @> '{"a": 1}' FROM sales.claim

--- forbidden_node
SELECT tags @> '[1e99999]' FROM sales.visit

--- forbidden_node
SELECT tags ? 'a' FROM sales.visit

--- forbidden_node
SELECT status ? channel FROM sales.claim

--- forbidden_literal
SELECT jsonb_path_query_first('{"a": 1e99999}', '$.a')

--- forbidden_literal
SELECT jsonb_path_query_first(status, '$.**') FROM sales.claim

--- forbidden_literal
SELECT jsonb_path_query_first(status, channel) FROM sales.claim

--- forbidden_function
SELECT DATERANGE(opened_on, opened_on) FROM sales.claim

--- forbidden_function
SELECT DATERANGE(opened_on, opened_on, status) @> opened_on FROM sales.claim

--- missing_join_condition
SELECT a.claim_id FROM sales.claim a JOIN sales.claim b ON DATERANGE(a.opened_on, a.opened_on + 1) @> a.opened_on

--- forbidden_function
SELECT TO_TSVECTOR(status) FROM sales.claim

--- forbidden_function
SELECT TO_TSVECTOR(status) @@ TO_TSQUERY(channel) FROM sales.claim

--- forbidden_function
SELECT TO_TSVECTOR(status, channel) @@ TO_TSQUERY('a') FROM sales.claim

--- forbidden_function
SELECT TO_TSQUERY('a') @@ TO_TSQUERY('a') FROM sales.claim

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim a, sales.claim b JOIN sales.claim c USING (claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.region a, sales.claim b JOIN sales.region c USING (region_id)

--- unknown_column
SELECT COUNT(*) FROM sales.claim c, (VALUES (1)) AS x(k) JOIN sales.region r USING (region_id)

--- unknown_column
SELECT COUNT(*) FROM sales.claim a, (VALUES (1)) AS x(k) FULL JOIN sales.claim r ON r.claim_id = a.claim_id

--- unknown_column
SELECT COUNT(*) FROM sales.claim a, (VALUES (1)) AS x(k) RIGHT JOIN sales.claim r ON r.claim_id = x.k AND r.claim_id = a.claim_id

--- unknown_column
SELECT COUNT(*) FROM sales.claim a, LATERAL (SELECT 1 AS k) x RIGHT JOIN sales.claim r ON r.claim_id = a.claim_id

--- missing_join_condition
SELECT r.region_id FROM sales.region r JOIN sales.product p WHERE r.region_id = p.product_id

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c INNER
JOIN (VALUES (1)) AS x(k) LEFT JOIN sales.region r ON r.region_id = c.region_id

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN (SELECT MAX(region_id) AS k FROM sales.region) x

--- too_large
SELECT ARRAY(SELECT ARRAY(SELECT status FROM sales.claim) FROM sales.claim)

--- too_large
SELECT ARRAY_AGG(ARRAY(SELECT status FROM sales.claim)) FROM sales.claim

--- forbidden_function
SELECT * FROM UNNEST(ARRAY(SELECT status FROM sales.claim)) AS u(x)

--- unknown_column
SELECT ARRAY(SELECT c FROM sales.claim AS c)

--- missing_join_condition
SELECT ARRAY(SELECT a.status FROM sales.claim a, sales.claim b)

--- forbidden_node
SELECT ARRAY(SELECT status FROM sales.claim FOR UPDATE)

--- forbidden_type
SELECT CAST((ARRAY(SELECT note || 'e9999' FROM sales.visit))[1] AS DECIMAL)

--- forbidden_limit
SELECT claim_id FROM sales.claim FETCH FIRST 3 ROWS WITH TIES

--- forbidden_limit
SELECT * FROM sales.claim ORDER BY score FETCH FIRST 3 ROWS WITH TIES

--- restricted_column
SELECT claim_id FROM sales.claim ORDER BY customer_email FETCH FIRST 3 ROWS WITH TIES

--- missing_join_condition
SELECT x, y FROM (SELECT claim_id AS x FROM sales.claim ORDER BY score FETCH FIRST 5 ROWS WITH TIES) a, (SELECT claim_id AS y FROM sales.claim ORDER BY score FETCH FIRST 5 ROWS WITH TIES) b

--- forbidden_limit
SELECT claim_id FROM sales.claim UNION SELECT 1 ORDER BY 1 FETCH FIRST 3 ROWS WITH TIES

--- forbidden_function
SELECT SHA256(CAST(status AS BYTEA)) FROM sales.claim

--- forbidden_literal
SELECT ENCODE(CAST(status AS BYTEA), 'escape') FROM sales.claim

--- forbidden_literal
SELECT ENCODE(CAST(status AS BYTEA), status) FROM sales.claim

--- forbidden_function
SELECT DECODE(status, 'hex') FROM sales.claim

--- unknown_column
SELECT ENCODE(CAST(c AS BYTEA), 'hex') FROM sales.claim AS c

--- forbidden_type
SELECT CAST(ENCODE(DECODE('HpmZ', 'base64'), 'hex') AS DECIMAL) FROM sales.claim

--- restricted_column
SELECT ENCODE(SHA256(CAST(customer_email AS BYTEA)), 'hex') FROM sales.claim

--- forbidden_type
SELECT u.x FROM UNNEST('{a,"b"}'::text[]) AS u(x)

--- missing_join_condition
SELECT v.visit_id, u.n FROM sales.visit v, sales.claim c, UNNEST('{1,2}'::int[]) AS u(n)

--- forbidden_literal
SELECT REGEXP_SUBSTR(status, '[a-z&&[^b]]+') FROM sales.claim

--- forbidden_function
SELECT x.a FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(a text)

--- forbidden_node
SELECT x.a FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(a regclass)

--- restricted_column
SELECT x.a FROM sales.claim AS c, jsonb_to_recordset(c.customer_email) AS x(a text)

--- unknown_column
SELECT x.a FROM sales.claim AS c, jsonb_to_recordset(c) AS x(a text)

--- unknown_table
SELECT x.a FROM sales.vault AS c, jsonb_to_recordset(c.secret_text) AS x(a text)

--- too_large
SELECT x.*, x.*, x.*, x.*, x.*, x.*, x.*, x.*, x.* FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(f0 int, f1 int, f2 int, f3 int, f4 int, f5 int, f6 int, f7 int, f8 int, f9 int, f10 int, f11 int, f12 int, f13 int, f14 int, f15 int, f16 int, f17 int, f18 int, f19 int, f20 int, f21 int, f22 int, f23 int, f24 int, f25 int, f26 int, f27 int, f28 int, f29 int, f30 int, f31 int, f32 int, f33 int, f34 int, f35 int, f36 int, f37 int, f38 int, f39 int, f40 int, f41 int, f42 int, f43 int, f44 int, f45 int, f46 int, f47 int, f48 int, f49 int, f50 int, f51 int, f52 int, f53 int, f54 int, f55 int, f56 int, f57 int, f58 int, f59 int)

--- too_large
SELECT 1 AS n FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x0(a int), jsonb_to_recordset(c.status) AS x1(a int), jsonb_to_recordset(c.status) AS x2(a int), jsonb_to_recordset(c.status) AS x3(a int), jsonb_to_recordset(c.status) AS x4(a int), jsonb_to_recordset(c.status) AS x5(a int), jsonb_to_recordset(c.status) AS x6(a int), jsonb_to_recordset(c.status) AS x7(a int), jsonb_to_recordset(c.status) AS x8(a int)

--- too_large
SELECT x.f1 FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(f0 int, f1 int, f2 int, f3 int, f4 int, f5 int, f6 int, f7 int, f8 int, f9 int, f10 int, f11 int, f12 int, f13 int, f14 int, f15 int, f16 int, f17 int, f18 int, f19 int, f20 int, f21 int, f22 int, f23 int, f24 int, f25 int, f26 int, f27 int, f28 int, f29 int, f30 int, f31 int, f32 int, f33 int, f34 int, f35 int, f36 int, f37 int, f38 int, f39 int, f40 int, f41 int, f42 int, f43 int, f44 int, f45 int, f46 int, f47 int, f48 int, f49 int, f50 int, f51 int, f52 int, f53 int, f54 int, f55 int, f56 int, f57 int, f58 int, f59 int, a int, b int, c int, d int, e int)

--- forbidden_limit
SELECT status AS tied_by_1, channel FROM sales.claim ORDER BY cost FETCH FIRST 3 ROWS WITH TIES

--- forbidden_unit
SELECT DATE_TRUNC('dow', opened_at) FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(DAYOFWEEK FROM opened_at) FROM sales.claim

--- restricted_column
SELECT c.customer_email FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id

--- restricted_column
SELECT customer_email FROM (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) JOIN sales.region r ON r.region_id = c.region_id

--- restricted_column
SELECT r.region_id FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_name = c.customer_email) ON c.region_id = r.region_id

--- unknown_table
SELECT r.region_id FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.vault v ON v.region_id = c.region_id) ON c.region_id = r.region_id

--- unknown_table
SELECT r.region_id FROM (sales.vault v JOIN sales.region r ON r.region_id = v.region_id)

--- ambiguous_column
SELECT product_id FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id

--- ambiguous_column
SELECT c.status FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON c.region_id = r.region_id WHERE EXISTS (SELECT 1 FROM sales.claim AS c WHERE c.score = 1)

--- duplicate_name
SELECT 1 AS n FROM sales.region c LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = c.product_id) ON TRUE

--- unknown_table
SELECT r.region_id FROM sales.region r LEFT JOIN (sales.claim c JOIN sales.product p ON p.product_id = r.region_id) ON c.region_id = r.region_id

--- missing_join_condition
SELECT r.region_id FROM sales.region r LEFT JOIN (sales.claim c CROSS JOIN sales.product p) ON c.region_id = r.region_id

--- missing_join_condition
SELECT COUNT(*) FROM (sales.claim a JOIN sales.claim b ON TRUE) JOIN sales.region r ON r.region_id = a.region_id

--- unknown_column
SELECT COUNT(*) FROM sales.claim a JOIN sales.claim b ON a.claim_id = d.region_id JOIN sales.region d ON d.region_id = b.region_id

--- unknown_column
SELECT COUNT(*) FROM sales.claim a JOIN sales.visit b ON a.claim_id = product_name JOIN sales.product d ON d.product_id = b.visit_id

--- missing_join_condition
SELECT (SELECT COUNT(*) FROM sales.claim a JOIN sales.claim b ON a.product_id = d.product_id JOIN sales.region d ON d.region_id = b.region_id) AS n FROM sales.product d

--- too_many_joins
SELECT COUNT(*) FROM sales.region r LEFT JOIN (sales.claim c0 JOIN sales.product p0 ON p0.product_id = c0.product_id) ON c0.region_id = r.region_id LEFT JOIN (sales.claim c1 JOIN sales.product p1 ON p1.product_id = c1.product_id) ON c1.region_id = r.region_id LEFT JOIN (sales.claim c2 JOIN sales.product p2 ON p2.product_id = c2.product_id) ON c2.region_id = r.region_id LEFT JOIN (sales.claim c3 JOIN sales.product p3 ON p3.product_id = c3.product_id) ON c3.region_id = r.region_id LEFT JOIN (sales.claim c4 JOIN sales.product p4 ON p4.product_id = c4.product_id) ON c4.region_id = r.region_id LEFT JOIN (sales.claim c5 JOIN sales.product p5 ON p5.product_id = c5.product_id) ON c5.region_id = r.region_id LEFT JOIN (sales.claim c6 JOIN sales.product p6 ON p6.product_id = c6.product_id) ON c6.region_id = r.region_id LEFT JOIN (sales.claim c7 JOIN sales.product p7 ON p7.product_id = c7.product_id) ON c7.region_id = r.region_id LEFT JOIN (sales.claim c8 JOIN sales.product p8 ON p8.product_id = c8.product_id) ON c8.region_id = r.region_id

--- forbidden_node
SELECT 1 AS n FROM (sales.claim c, sales.region r)

--- forbidden_function
SELECT * FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(a text)

--- forbidden_function
SELECT status FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(status text)

--- ambiguous_column
SELECT c.score FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(a text), jsonb_to_recordset(c.status) AS y(a text) WHERE a = 'x'

--- forbidden_node
SELECT * FROM sales.claim AS c JOIN sales.region AS r USING (region_id), jsonb_to_recordset(c.status) AS x(a text)

--- too_large
SELECT *, *, *, *, *, *, *, *, * FROM sales.claim AS c, jsonb_to_recordset(c.status) AS x(f0 int, f1 int, f2 int, f3 int, f4 int, f5 int, f6 int, f7 int, f8 int, f9 int, f10 int, f11 int, f12 int, f13 int, f14 int, f15 int, f16 int, f17 int, f18 int, f19 int, f20 int, f21 int, f22 int, f23 int, f24 int, f25 int, f26 int, f27 int, f28 int, f29 int, f30 int, f31 int, f32 int, f33 int, f34 int, f35 int, f36 int, f37 int, f38 int, f39 int, f40 int, f41 int, f42 int, f43 int, f44 int, f45 int, f46 int, f47 int, f48 int, f49 int, f50 int, f51 int, f52 int, f53 int, f54 int, f55 int, f56 int, f57 int, f58 int, f59 int)

Hostile SQL for duckdb: every entry is refused with the code in its head line. See sqlgen/tests/guard_cases.py.

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

--- forbidden_node
SELECT HASH(status) FILTER (WHERE cost > 1) AS a FROM claim

--- unknown_column
SELECT * EXCLUDE (a) FROM (SELECT 1 AS a) AS t

--- forbidden_node
SELECT *

--- forbidden_node
SELECT * REPLACE (1 AS cost) FROM (SELECT UPPER(status), cost FROM claim) AS t

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, 'a', score) AS a FROM claim

--- forbidden_node
SELECT * FROM claim PIVOT (SUM(cost) FOR status IN ('a' AS 'x'))

--- forbidden_node
SELECT * FROM (SELECT cost, score FROM claim) PIVOT (SUM(cost) FOR score IN (1.5, 2))

--- forbidden_node
SELECT * FROM (SELECT * FROM claim AS c JOIN region AS r ON c.region_id = r.region_id) PIVOT (SUM(cost) FOR status IN ('a'))

--- forbidden_node
SELECT * FROM (VALUES (1, 2)) AS v(a, b) PIVOT (SUM(a) FOR b IN (2))

--- forbidden_node
SELECT [x FOR x, i IN tags] AS a FROM visit

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

--- unknown_function
SELECT row_to_json(c) FROM sales.claim AS c

--- unknown_column
SELECT to_json(c) FROM sales.claim AS c

--- unknown_function
SELECT json_agg(c) FROM sales.claim AS c

--- unknown_column
SELECT array_agg(c) FROM sales.claim AS c

--- unknown_function
SELECT ROW(c.status, c.claim_id) FROM sales.claim AS c

--- forbidden_node
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

--- forbidden_function
SELECT * FROM range(1000000000)

--- forbidden_function
SELECT * FROM generate_series(1, 1000000000)

--- forbidden_function
SELECT generate_series(1, 1000000000)

--- forbidden_function
SELECT range(1000000000)

--- unknown_function
SELECT sequence(1, 1000000000)

--- unknown_function
SELECT explode(sequence(1, 1000000000))

--- forbidden_function
SELECT * FROM explode(sequence(1, 1000))

--- row_bound
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

--- unknown_function
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

--- unknown_function
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
SELECT x -> x + 1

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

--- forbidden_character
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

--- forbidden_character
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
FROM sales.vault

--- unknown_table
FROM sales.vault SELECT secret_text

--- unknown_table
FROM 'file.csv'

--- forbidden_function
FROM read_csv('/etc/passwd')

--- restricted_column
FROM sales.claim SELECT customer_email

--- unknown_table
TABLE sales.vault

--- unknown_column
SELECT COLUMNS('.*email') FROM sales.claim

--- unknown_column
SELECT COLUMNS(c -> c LIKE '%email') FROM sales.claim

--- forbidden_node
SELECT *COLUMNS(*) FROM sales.claim

--- unknown_table
SELECT * EXCLUDE (status) FROM sales.vault

--- restricted_column
SELECT * REPLACE (customer_email AS status) FROM sales.claim

--- unknown_column
SELECT * LIKE '%email' FROM sales.claim

--- unknown_column
SELECT * EXCLUDE (customer_email) FROM sales.claim

--- unknown_column
SELECT * EXCEPT (nothing) FROM sales.claim

--- unknown_column
SELECT rowid FROM sales.claim

--- unknown_column
SELECT c.rowid FROM sales.claim AS c

--- forbidden_node
SELECT status.upper() FROM sales.claim

--- forbidden_node
SELECT customer_email.upper() FROM sales.claim

--- forbidden_node
SELECT c.customer_email.upper() FROM sales.claim AS c

--- unknown_column
SELECT {'a': c} FROM sales.claim AS c

--- too_deep
SELECT [x FOR x IN [1, 2]]

--- forbidden_node
SELECT MAP {'a': 1}

--- unknown_column
SELECT list(c) FROM sales.claim AS c

--- unknown_column
SELECT arg_max(c, claim_id) FROM sales.claim AS c

--- unknown_column
SELECT first(c) FROM sales.claim AS c

--- unknown_column
SELECT any_value(c) FROM sales.claim AS c

--- unknown_column
SELECT unnest(c) FROM sales.claim AS c

--- forbidden_function
SELECT * FROM unnest([1, 2, 3])

--- unknown_function
SELECT * FROM duckdb_tables()

--- unknown_function
SELECT * FROM duckdb_settings()

--- unknown_function
SELECT * FROM duckdb_secrets()

--- unknown_function
SELECT * FROM duckdb_extensions()

--- unknown_function
SELECT * FROM pragma_table_info('sales.vault')

--- unknown_function
SELECT * FROM pragma_database_list()

--- unknown_table
SELECT * FROM sqlite_master

--- unknown_table
SELECT * FROM main.sqlite_master

--- unknown_table
SELECT * FROM system.main.duckdb_tables

--- unknown_table
SELECT * FROM memory.sales.vault

--- unknown_table
SELECT * FROM memory.information_schema.tables

--- unknown_table
SELECT * FROM temp.x

--- unknown_function
SELECT * FROM parquet_scan('x')

--- unknown_function
SELECT * FROM parquet_metadata('x')

--- unknown_function
SELECT * FROM parquet_schema('x')

--- unknown_function
SELECT * FROM read_json_auto('x')

--- unknown_function
SELECT * FROM read_ndjson('x')

--- unknown_function
SELECT * FROM sniff_csv('x')

--- unknown_function
SELECT * FROM read_xlsx('x')

--- unknown_function
SELECT * FROM iceberg_scan('x')

--- unknown_function
SELECT * FROM delta_scan('x')

--- unknown_function
SELECT * FROM postgres_scan('x', 'y', 'z')

--- unknown_function
SELECT * FROM postgres_query('x', 'select 1')

--- unknown_function
SELECT * FROM sqlite_scan('x', 'y')

--- unknown_function
SELECT * FROM mysql_query('x', 'y')

--- unknown_function
SELECT * FROM query('FROM sales.vault')

--- unknown_function
SELECT * FROM query_table('sales.vault')

--- unknown_function
SELECT * FROM query_table(['sales.vault'])

--- unknown_function
SELECT * FROM repeat_row(1, num_rows = 1000000)

--- forbidden_function
SELECT * FROM range(0, 10)

--- unknown_function
SELECT * FROM test_all_types()

--- unknown_function
SELECT * FROM seq_scan('vault')

--- unknown_function
SELECT * FROM checkpoint()

--- unknown_function
SELECT * FROM force_checkpoint()

--- unknown_function
SELECT * FROM which_secret('s3://x', 's3')

--- unknown_function
SELECT current_setting('access_mode')

--- unknown_function
SELECT getvariable('x')

--- unknown_function
SELECT nextval('s')

--- unknown_function
SELECT txid_current()

--- unknown_function
SELECT stats(status) FROM sales.claim

--- unknown_function
SELECT write_log('x')

--- unknown_function
SELECT json_execute_serialized_sql('{}')

--- unknown_function
SELECT * FROM json_execute_serialized_sql(json_serialize_sql('FROM sales.vault'))

--- unknown_function
SELECT json_serialize_sql('select 1')

--- forbidden_function
SELECT json_object('a', c) FROM sales.claim AS c

--- unknown_column
SELECT c::JSON FROM sales.claim AS c

--- unknown_column
SELECT c::VARCHAR FROM sales.claim AS c

--- unknown_function
SELECT alias(status) FROM sales.claim

--- forbidden_function
SELECT typeof(c) FROM sales.claim AS c

--- unknown_column
SELECT hash(c) FROM sales.claim AS c

--- unknown_function
SELECT row(status, claim_id) FROM sales.claim

--- unknown_column
SELECT struct_extract(c, 'customer_email') FROM sales.claim AS c

--- unknown_column
SELECT c['customer_email'] FROM sales.claim AS c

--- parse_error
SELECT reduce([1, 2], (a, b) -> a + b)

--- parse_error
SELECT apply([1], x -> x)

--- unknown_function
SELECT bitstring_agg(claim_id) FROM sales.claim

--- restricted_column
SELECT printf('%s', customer_email) FROM sales.claim

--- forbidden_character
SELECT status ~ 'x' FROM sales.claim

--- forbidden_character
SELECT status ^@ 'x' FROM sales.claim

--- forbidden_character
SELECT 5!

--- forbidden_character
SELECT 2 ** 64

--- forbidden_node
SELECT * FROM sales.claim USING SAMPLE 10%

--- forbidden_node
SELECT * FROM sales.claim TABLESAMPLE 10%

--- forbidden_node
SELECT * FROM sales.claim POSITIONAL JOIN sales.region

--- unknown_table
SELECT * FROM sales.claim AS c, (SELECT c.customer_email) AS x

--- unknown_table
SELECT * FROM sales.claim AS c JOIN (SELECT c.status AS s) AS x ON TRUE

--- forbidden_node
SELECT * FROM (PIVOT sales.claim ON status USING COUNT(*))

--- forbidden_node
PIVOT sales.claim ON status USING COUNT(*)

--- not_a_query
SUMMARIZE sales.claim

--- forbidden_node
SELECT * FROM (SUMMARIZE sales.vault)

--- forbidden_node
SELECT * FROM (DESCRIBE sales.vault)

--- forbidden_node
SELECT * FROM (SHOW TABLES)

--- not_a_query
DESCRIBE SELECT * FROM sales.vault

--- not_a_query
SHOW ALL TABLES

--- not_a_query
EXPORT DATABASE 'x'

--- not_a_query
IMPORT DATABASE 'x'

--- not_a_query
CHECKPOINT

--- not_a_query
CREATE SECRET x (TYPE s3)

--- not_a_query
CREATE MACRO f(x) AS x

--- not_a_query
COPY (FROM sales.claim) TO 'x.parquet'

--- not_a_query
ATTACH ':memory:' AS x

--- not_a_query
DETACH memory

--- not_a_query
SET VARIABLE x = 1

--- not_a_query
SET enable_external_access = true

--- unknown_table
SELECT x: status FROM sales.vault

--- forbidden_node
SELECT status FROM sales.claim UNION BY NAME SELECT secret_text AS status FROM sales.vault

--- forbidden_node
SELECT status FROM sales.claim UNION ALL BY NAME SELECT status FROM sales.claim

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 10%

--- forbidden_limit
SELECT status FROM sales.claim LIMIT 10 OFFSET 2000000

--- restricted_column
SELECT customer_email AS s, s FROM sales.claim

--- restricted_column
SELECT status AS s FROM sales.claim WHERE s = customer_email

--- restricted_column
SELECT status AS s FROM sales.claim QUALIFY ROW_NUMBER() OVER (ORDER BY customer_email) = 1

--- restricted_column
SELECT DISTINCT ON (customer_email) status FROM sales.claim

--- forbidden_type
SELECT CAST(status AS STRUCT(a INT)) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS INT[]) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS UNION(a INT)) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS ENUM('a')) FROM sales.claim

--- restricted_column
SELECT TRY_CAST(customer_email AS INT) FROM sales.claim

--- forbidden_character
SELECT #1 FROM sales.claim

--- forbidden_character
SELECT status FROM sales.claim ORDER BY #1

--- forbidden_literal
SELECT x'41'

--- forbidden_character
SELECT $x

--- parse_error
SELECT status AT (VERSION => 1) FROM sales.claim

--- forbidden_node
SELECT * FROM sales.claim AT (VERSION => 1)

--- forbidden_character
FROM sales.claim |> SELECT status

--- restricted_column
SELECT DATE_PART('epoch', customer_email) FROM sales.claim

--- forbidden_function
SELECT json('{}') FROM sales.claim

--- unknown_table
WITH x AS MATERIALIZED (FROM sales.vault) FROM x

--- unknown_table
WITH x AS (FROM 'file.csv') FROM x

--- unknown_table
SELECT (FROM sales.vault) AS x

--- unknown_table
SELECT * FROM (FROM sales.vault)

--- forbidden_node
SELECT * FROM sales.claim c(a, b)

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

--- forbidden_function
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
SELECT REGEXP_EXTRACT(customer_email, '@(.*)') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_LIKE(status, '(x+x+)+y') FROM sales.claim

--- restricted_column
SELECT REGEXP_MATCHES(customer_email, 'x') FROM sales.claim

--- forbidden_function
SELECT REGEXP_COUNT(status, 'a') FROM sales.claim

--- forbidden_function
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

--- unknown_function
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
SELECT CAST('a' AS DECIMAL(1000000, 2))

--- forbidden_literal
SELECT CAST(status AS "text; drop") FROM sales.claim

--- forbidden_type
SELECT CAST(status AS sales.claim) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS claim) FROM sales.claim

--- forbidden_type
SELECT status::sales.claim FROM sales.claim

--- forbidden_type
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

--- forbidden_function
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

--- forbidden_node
SELECT ARRAY(SELECT customer_email FROM sales.claim)

--- restricted_column
SELECT ARRAY_AGG(customer_email) FROM sales.claim

--- unknown_function
SELECT JSON_AGG(customer_email) FROM sales.claim

--- forbidden_function
SELECT JSON_OBJECT('a': customer_email) FROM sales.claim

--- unknown_function
SELECT JSON_VALUE(status, '$.a') FROM sales.claim

--- unknown_function
SELECT XMLAGG(status) FROM sales.claim

--- parse_error
SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>')

--- unknown_function
SELECT QUOTE_IDENT(status) FROM sales.claim

--- forbidden_function
SELECT MAKE_INTERVAL(years => 1000000)

--- too_large
SELECT FACTORIAL(100000)

--- too_large
SELECT REPEAT('x', 2000000000)

--- forbidden_function
SELECT SPACE(2000000000)

--- restricted_column
SELECT REGEXP_MATCHES(customer_email, '.*') FROM sales.claim

--- forbidden_function
SELECT RANGE(1, 1000000000)

--- row_bound
SELECT * FROM RANGE(1, 1000000000) AS t

--- row_bound
SELECT * FROM GENERATE_SERIES(1, 1000000000) AS t

--- row_bound
SELECT * FROM sales.claim, GENERATE_SERIES(1, 1000000000) AS t(n) WHERE claim.claim_id = t.n

--- row_bound
SELECT * FROM UNNEST(GENERATE_SERIES(1, 1000000000)) AS t

--- unknown_function
SELECT SEQUENCE(1, 1000000000)

--- unsupported
SELECT GROUPING(status), status FROM sales.claim GROUP BY CUBE (status, channel)

--- restricted_column
SELECT DATE_PART('epoch', customer_email) FROM sales.claim WHERE 1 = 0

--- unsupported
SELECT status, (SELECT COUNT(*) FROM sales.region) AS n FROM sales.claim GROUP BY CUBE (status, channel)

--- forbidden_function
SELECT status FROM sales.claim ORDER BY status COLLATE "C"

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

--- restricted_column
SELECT INTERVAL (customer_email) DAY FROM sales.claim

--- forbidden_function
SELECT MAKE_INTERVAL(0, 0, 0, (SELECT MAX(secret_id) FROM sales.vault))

--- forbidden_type
SELECT CAST('1e131071' AS JSONB)

--- forbidden_node
SELECT JSON_EXTRACT_STRING(status, channel) FROM sales.claim

--- unknown_column
SELECT JSON_EXTRACT_STRING(c, '$.customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT_STRING(status, '$.*') FROM sales.claim

--- forbidden_node
SELECT JSON_EXTRACT_STRING(status, '$..a') FROM sales.claim

--- forbidden_literal
SELECT JSON_EXTRACT_STRING(status, '$."a b"') FROM sales.claim

--- forbidden_literal
SELECT JSON_EXTRACT_STRING(status, '$.a.a.a.a.a.a.a.a.a.a') FROM sales.claim

--- forbidden_literal
SELECT JSON_EXTRACT_STRING(status, '$[99999]') FROM sales.claim

--- forbidden_function
SELECT LIST_AGGREGATE(LIST(status), 'string_agg') FROM sales.claim

--- too_large
SELECT POWER(POWER(score, 1e999), 1e999), REPLACE(status, 'a', 'b') || ROUND(cost, 1e999) FROM sales.claim

--- unknown_function
SELECT COLLECT_LIST(status) FROM sales.claim, sales.vault

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

--- forbidden_unit
SELECT DATE_SUB(status, opened_on, opened_on) FROM sales.claim

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

--- forbidden_node
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

--- restricted_column
SELECT customer_email AS a, UPPER(a) AS b FROM sales.claim

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

--- parse_error
SELECT APPLY('lower', status) FROM sales.claim

--- unknown_function
SELECT CALL_FUNCTION('lower', status) FROM sales.claim

--- forbidden_node
SELECT list_reduce(status, 'x') FROM sales.claim

--- forbidden_node
SELECT array_apply(status, 'upper') FROM sales.claim

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
SELECT DATE_TRUNC(CASE WHEN channel LIKE 'a%' THEN channel ELSE 'day' END, opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC(LOWER(channel), opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_DIFF(LOWER(channel), opened_on, opened_on) FROM sales.claim

--- forbidden_function
SELECT WIDTH_BUCKET(cost, 0, 600, 6) FROM sales.claim

--- unknown_column
SELECT * REPLACE (status AS customer_email) FROM sales.claim

--- unknown_table
SELECT * REPLACE (UPPER(status) AS status) FROM sales.vault

--- unknown_table
SELECT * REPLACE ((SELECT MAX(secret_text) FROM sales.vault) AS status) FROM sales.claim

--- forbidden_node
SELECT COUNT(* REPLACE (customer_email AS status)) FROM sales.claim

--- forbidden_node
SELECT COUNT(* EXCLUDE (customer_email)) FROM sales.claim

--- restricted_column
SELECT c.* REPLACE (c.customer_email AS status) FROM sales.claim AS c

--- unknown_column
SELECT * EXCLUDE (status) REPLACE (UPPER(status) AS status) FROM sales.claim

--- unknown_column
SELECT * REPLACE (1 AS region_id) FROM sales.claim AS a JOIN sales.region AS b ON a.region_id = b.region_id

--- unknown_column
SELECT * REPLACE (1 AS status, 2 AS status) FROM sales.claim

--- unknown_column
SELECT * REPLACE (c AS status) FROM sales.claim AS c

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

--- forbidden_function
SELECT MAKE_INTERVAL(days => 1)

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE (opened_at, closed_at) OVERLAPS (opened_at, closed_at)

--- restricted_column
SELECT STRLEN(customer_email) FROM sales.claim

--- unknown_column
SELECT STRLEN(c) FROM sales.claim AS c

--- forbidden_unit
SELECT DATEPART(status, opened_on) FROM sales.claim

--- forbidden_unit
SELECT DATESUB(LOWER('DAY'), opened_on, opened_on) FROM sales.claim

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

--- forbidden_function
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

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day 1 hour') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 month -31 days') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', 1) AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', '00:00:01') AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', NULL) AS t(n)

--- row_bound
SELECT * FROM generate_series(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1' DAY * 0) AS t(n)

--- forbidden_function
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

--- forbidden_node
SELECT * FROM LATERAL generate_series(1, 5) AS t(n)

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

--- forbidden_function
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
SELECT * FROM range(1, 1502) AS t(n)

--- row_bound
SELECT * FROM range(1501) AS t(n)

--- row_bound
SELECT * FROM range(1, 1) AS t(n)

--- row_bound
SELECT * FROM range(5, 1) AS t(n)

--- row_bound
SELECT * FROM range(-5) AS t(n)

--- row_bound
SELECT * FROM range(0, 5, 0) AS t(n)

--- row_bound
SELECT * FROM range(DATE '2024-01-01', DATE '2024-02-01', INTERVAL 1 SECOND) AS t(n)

--- forbidden_function
SELECT * FROM main.range(1, 5) AS t(n)

--- forbidden_function
SELECT * FROM range(1, 5, 1, 1) AS t(n)

--- forbidden_node
SELECT unnest(range(1, 5), recursive := true) AS n

--- forbidden_function
SELECT unnest(range(1, 5)), unnest(range(1, 5))

--- row_bound
SELECT unnest(range(1501)) AS n

--- forbidden_function
SELECT unnest(range(5)) AS n FROM sales.claim

--- forbidden_function
SELECT range(5) AS n

--- forbidden_function
SELECT generate_series(1, 5) AS n

--- forbidden_function
SELECT unnest(unnest(range(5))) AS n

--- forbidden_function
SELECT unnest(LIST(status)) FROM sales.claim

--- row_bound
SELECT * FROM range(DATE '2024-01-01', DATE '2024-02-01', INTERVAL (0) DAY) AS t(n)

--- row_bound
SELECT * FROM range(DATE '2024-01-01', DATE '2024-02-01', TO_DAYS(1)) AS t(n)

--- parse_error
SELECT * FROM range() AS t(n)

--- parse_error
SELECT * FROM 'range'(5) AS t(n)

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
SELECT COUNT(*) FROM sales.claim AS a CROSS JOIN sales.claim AS b ANTI JOIN sales.region AS c ON a.region_id = c.region_id AND a.claim_id = b.claim_id

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT c.claim_id FROM (SELECT claim_id FROM sales.claim LIMIT 1000000) AS c ANTI JOIN z ON z.claim_id = c.claim_id) SELECT COUNT(*) FROM a AS a1, a AS a2

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

--- forbidden_node
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

--- forbidden_node
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

--- forbidden_character
SELECT [1][1] FROM sales.claim AS c

--- forbidden_character
SELECT ARRAY[1][1] FROM sales.claim AS c

--- forbidden_node
SELECT ARRAY(1)[1] FROM sales.claim AS c

--- forbidden_type
SELECT CAST(status AS INT[1]) FROM sales.claim AS c

--- forbidden_type
SELECT status::INT[1] FROM sales.claim AS c

--- forbidden_node
SELECT CAST('{1}' AS INT[])[1] FROM sales.claim AS c

--- forbidden_node
SELECT ({'a': status})[1] FROM sales.claim AS c

--- forbidden_node
SELECT (status, score)[1] FROM sales.claim AS c

--- forbidden_node
SELECT STRUCT(status)[1] FROM sales.claim AS c

--- forbidden_node
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

--- forbidden_type
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

--- forbidden_node
SELECT status -> customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> (SELECT 'a') FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a'::text FROM sales.claim AS c

--- restricted_column
SELECT status ->> 'a' || customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> ('a') FROM sales.claim AS c

--- forbidden_node
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

--- forbidden_node
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

--- forbidden_character
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

--- forbidden_node
SELECT x -> x ->> 'a' FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(c -> 'a', 'b') FROM sales.claim AS c

--- restricted_column
SELECT COALESCE(customer_email -> 'a', 'b') FROM sales.claim AS c

--- unknown_column
SELECT COALESCE(x -> 'a', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(status -> channel, 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(status -> 'a' || 'x', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE((status, channel) -> 'a', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT LIST_FILTER(LIST(status), status -> 'a') FROM sales.claim AS c

--- too_large
SELECT LIST_TRANSFORM(LIST(status), v -> customer_email) FROM sales.claim AS c

--- forbidden_node
SELECT TRANSFORM(status, customer_email -> 'a') FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{a,b}' || customer_email FROM sales.claim AS c

--- forbidden_character
SELECT c #>> '{customer_email}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{a,"b"}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{a,{b}}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{*}' FROM sales.claim AS c

--- forbidden_character
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

--- forbidden_character
SELECT status ? 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ?| 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status @? '$.a' FROM sales.claim AS c

--- forbidden_character
SELECT status @@ '$.a' FROM sales.claim AS c

--- forbidden_node
SELECT status <@ '{}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{a,b' || '}' FROM sales.claim AS c

--- forbidden_character
SELECT status->>'a'->>'b' ->> customer_email FROM sales.claim AS c

--- unknown_column
SELECT JSON_EXTRACT(c, '$.customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, customer_email) FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, '$.*') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, '$.a', '$.b') FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT(status, 'a.b') FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT_STRING(status, 'a.b') FROM sales.claim AS c

--- forbidden_literal
SELECT JSON_EXTRACT_STRING(status, 'a[0]') FROM sales.claim AS c

--- restricted_column
SELECT JSON_EXTRACT_STRING(customer_email, '$.a') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(*, '$.a') FROM sales.claim AS c

--- parse_error
SELECT JSON_EXTRACT(status) FROM sales.claim AS c

--- unknown_column
SELECT JSON_EXTRACT_PATH(c, 'customer_email') FROM sales.claim AS c

--- restricted_column
SELECT JSON_EXTRACT_PATH(CAST(customer_email AS JSON), 'a') FROM sales.claim AS c

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

--- forbidden_literal
SELECT LIST_EXTRACT(LIST(status), score) FROM sales.claim AS c

--- unknown_column
SELECT LIST_EXTRACT(c, 1) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- forbidden_literal
SELECT ARRAY_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- forbidden_literal
SELECT ARRAY_EXTRACT(LIST(status), 'a') FROM sales.claim AS c

--- unknown_column
SELECT STRUCT_EXTRACT(c, 'customer_email') FROM sales.claim AS c

--- restricted_column
SELECT LIST_ELEMENT(LIST(customer_email), 1) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_SLICE(LIST(status), 1, score) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_SLICE(LIST(status), 1) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_SLICE(LIST(status), 1, 2, 3) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_EXTRACT(LIST(status), 1, 2) FROM sales.claim AS c

--- forbidden_literal
SELECT LIST_EXTRACT(LIST(status)) FROM sales.claim AS c

--- forbidden_literal
SELECT ARRAY_SLICE(LIST(status), (SELECT 1), 2) FROM sales.claim AS c

--- unknown_column
SELECT ELEMENT_AT(c, 'customer_email') FROM sales.claim AS c

--- unknown_column
SELECT ELEMENT_AT(c, 1) FROM sales.claim AS c

--- unknown_function
SELECT ELEMENT_AT(COLLECT_LIST(customer_email), 1) FROM sales.claim AS c

--- unknown_function
SELECT GET(c, 0) FROM sales.claim AS c

--- unknown_function
SELECT GET(COLLECT_LIST(customer_email), 0) FROM sales.claim AS c

--- unknown_function
SELECT SLICE(c, 1, 2) FROM sales.claim AS c

--- restricted_column
SELECT SPLIT(customer_email, '@') FROM sales.claim AS c

--- forbidden_node
SELECT SPLIT(status, '_', score) FROM sales.claim AS c

--- forbidden_node
SELECT SPLIT(status, '_', -1) FROM sales.claim AS c

--- forbidden_literal
SELECT STRING_SPLIT_REGEX(status, '(a*)*') FROM sales.claim AS c

--- forbidden_literal
SELECT STRING_SPLIT_REGEX(status, channel) FROM sales.claim AS c

--- restricted_column
SELECT STRING_SPLIT(customer_email, '@')[1] FROM sales.claim AS c

--- restricted_column
SELECT STRING_TO_ARRAY(customer_email, '@') FROM sales.claim AS c

--- restricted_column
SELECT (STRING_TO_ARRAY(customer_email, '@'))[1] FROM sales.claim AS c

--- unknown_column
SELECT STRING_TO_ARRAY(c, ',') FROM sales.claim AS c

--- unknown_column
SELECT STRING_TO_ARRAY(c::text, ',') FROM sales.claim AS c

--- unknown_function
SELECT REGEXP_MATCH(customer_email, 'a') FROM sales.claim AS c

--- forbidden_node
SELECT REGEXP_MATCHES(status, 'a', 'g') FROM sales.claim AS c

--- forbidden_function
SELECT REGEXP_SUBSTR(customer_email, 'a') FROM sales.claim AS c

--- forbidden_function
SELECT REGEXP_COUNT(status, '(a*)*') FROM sales.claim AS c

--- forbidden_function
SELECT REGEXP_COUNT(status, channel) FROM sales.claim AS c

--- restricted_column
SELECT LIST_SUM(customer_email) FROM sales.claim AS c

--- unknown_column
SELECT LIST_MAX(c) FROM sales.claim AS c

--- restricted_column
SELECT LIST_MAX(customer_email) FROM sales.claim AS c

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

--- forbidden_node
SELECT t.x FROM sales.claim AS c, LATERAL generate_series(1, c.score) AS t(x)

--- forbidden_node
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

--- forbidden_node
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

--- too_large
SELECT ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(ARRAY_TO_STRING(STRING_SPLIT(status, ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________') FROM sales.claim

--- too_deep
SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((status)[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1] FROM sales.claim

--- too_deep
SELECT LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (

--- missing_join_condition
SELECT 1 FROM sales.claim, LATERAL (SELECT 1 AS a FROM sales.region AS r0 LIMIT 2000) AS t0, LATERAL (SELECT 1 AS a FROM sales.region AS r1 LIMIT 2000) AS t1

--- forbidden_node
SELECT status -> 'a' = 'b' FROM sales.claim

--- forbidden_node
SELECT score > 1 AND status -> 'a' FROM sales.claim

--- forbidden_node
SELECT status -> 'a' || 'b' FROM sales.claim

--- forbidden_node
SELECT status -> 'a' ->> 'b' IS NULL FROM sales.claim

--- forbidden_node
SELECT NOT status -> 'a' FROM sales.claim

--- forbidden_node
SELECT status -> 'a' IN ('b') FROM sales.claim

--- forbidden_node
SELECT status -> 'a' BETWEEN 'b' AND 'c' FROM sales.claim

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

--- forbidden_type
SELECT ARRAY['a'::regclass]

--- forbidden_character
SELECT ARRAY['a']::regclass[]

--- forbidden_character
SELECT ARRAY['a']::text[][]

--- forbidden_type
SELECT status::text[] FROM sales.claim

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE customer_email = ANY (ARRAY['a'])

--- restricted_column
SELECT COUNT(*) FROM sales.claim WHERE status = ANY (ARRAY[customer_email])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY (ARRAY[(SELECT secret_text FROM sales.vault)])

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status > ANY ('{a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ALL ('{a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status LIKE ANY ('{a,b}')

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE 'open' = ANY (LIST(status))

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE channel NOT IN ['web', NULL]

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE channel IN [status, 'web']

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE channel IN ['web'

--- too_deep
SELECT [x + 1 FOR x IN [1, 2] IF x > 1]

--- forbidden_function
SELECT [x FOR x IN range(1000000)]

--- forbidden_character
SELECT [1, 2][score] FROM sales.claim

--- forbidden_character
SELECT ['a'][1]

--- forbidden_node
SELECT [[1], [2]]

--- forbidden_node
SELECT LIST_VALUE((SELECT secret_text FROM sales.vault LIMIT 1))

--- forbidden_literal
SELECT QUANTILE_CONT(cost, [score]) FROM sales.claim

--- forbidden_literal
SELECT QUANTILE_CONT(cost, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]) FROM sales.claim

--- restricted_column
SELECT LIST_CONTAINS([status], customer_email) FROM sales.claim

--- restricted_column
SELECT LIST_FILTER([status], x -> x = customer_email) FROM sales.claim

--- unknown_function
SELECT * FROM query_table(['sales.vault', 'hr.salary'])

--- forbidden_function
SELECT * FROM read_csv(['/etc/passwd'])

--- forbidden_character
FROM ['/etc/passwd']

--- parse_error
SELECT * FROM ['sales.vault']

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE ARRAY[a.claim_id] = ARRAY[b.claim_id]

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE LEN([a.claim_id]) = LEN([b.claim_id])

--- missing_join_condition
SELECT a.claim_id FROM (SELECT claim_id, LEN([claim_id]) AS k FROM sales.claim) AS a, (SELECT LEN([claim_id]) AS k FROM sales.claim) AS b WHERE a.k = b.k

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE LIST_HAS_ANY([a.claim_id], [1]) = LIST_HAS_ANY([b.claim_id], [1])

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
SELECT * FROM UNNEST(['a'], ['b']) AS t(x, y)

--- forbidden_function
SELECT t.x FROM UNNEST(ARRAY['a']) AS t(x, y, z)

--- unknown_table
SELECT t.x FROM UNNEST((SELECT ARRAY_AGG(secret_text) FROM sales.vault)) AS t(x)

--- forbidden_function
SELECT t.x FROM UNNEST((SELECT ARRAY_AGG(status) FROM sales.claim)) AS t(x)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim AS c, LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS a(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS b(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS d(x), LATERAL (VALUES (c.score), (c.score), (c.score), (c.score), (c.score), (c.score), (c.score)) AS e(x)

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b, LATERAL (VALUES (a.score), (b.score)) AS v(x)

--- restricted_column
SELECT * FROM (SELECT region_id, status, customer_email FROM sales.claim) PIVOT (COUNT(*) FOR status IN ('open'))

--- restricted_column
SELECT * FROM sales.claim PIVOT (MAX(customer_email) FOR status IN ('open'))

--- restricted_column
SELECT * FROM sales.claim PIVOT (SUM(cost) FOR customer_email IN ('S3CR3T-1@example.test'))

--- unknown_column
SELECT p.customer_email FROM sales.claim PIVOT (SUM(cost) FOR status IN ('open')) AS p

--- unknown_column
SELECT COUNT(p.customer_email) FROM sales.claim AS c PIVOT (SUM(cost) FOR status IN ('open')) AS p

--- restricted_column
SELECT * FROM sales.claim PIVOT (SUM(cost) FOR status IN ('open') GROUP BY customer_email)

--- forbidden_node
SELECT * FROM sales.vault PIVOT (COUNT(*) FOR secret_id IN (1))

--- forbidden_node
SELECT * FROM (SELECT * FROM sales.vault) PIVOT (MAX(secret_text) FOR secret_id IN (1, 2))

--- forbidden_node
SELECT * FROM hr.salary PIVOT (MAX(salary) FOR person IN ('Ana'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN (SELECT secret_text FROM sales.vault))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM((SELECT MAX(secret_id) FROM sales.vault)) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN (ANY))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', NULL))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', 'OPEN'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open' AS region_id))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open', status))

--- forbidden_character
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('o"p`en'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost), COUNT(*) FOR status IN ('open'))

--- parse_error
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (cost FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) OVER () FOR status IN ('open'))

--- parse_error
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) / COUNT(*) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (PG_SLEEP(9) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open')) PIVOT (SUM(open) FOR region_id IN (1))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost + 1 FROM sales.claim) PIVOT (COUNT(*) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT a.*, b.market FROM sales.claim AS a JOIN sales.region AS b ON a.region_id = b.region_id) PIVOT (COUNT(*) FOR market IN ('EU'))

--- forbidden_node
SELECT * FROM read_parquet('x') PIVOT (COUNT(*) FOR a IN (1))

--- unknown_column
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(secret_id) FOR status IN ('open'))

--- unknown_table
SELECT s.cost FROM (SELECT region_id, status, cost FROM sales.claim) AS s PIVOT (SUM(cost) FOR status IN ('open')) AS p

--- missing_join_condition
SELECT p.open FROM sales.claim AS c, (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open')) AS p

--- forbidden_node
SELECT * FROM sales.claim UNPIVOT (v FOR m IN (status, customer_email))

--- forbidden_node
SELECT * FROM sales.vault UNPIVOT (v FOR m IN (secret_text))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR m IN (cost, (SELECT 1)))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR m IN (cost + 1))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (region_id FOR m IN (cost))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR v IN (cost))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR m IN (cost, cost))

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT ((v, w) FOR m IN ((region_id, cost)))

--- unknown_table
SELECT unpivoted.cost FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR m IN (cost)) AS u

--- forbidden_node
SELECT * FROM (SELECT region_id, cost FROM sales.claim) UNPIVOT (v FOR m IN (COLUMNS(*)))

--- forbidden_node
PIVOT sales.claim ON status USING SUM(cost)

--- forbidden_node
FROM (PIVOT sales.claim ON status USING SUM(cost) GROUP BY region_id)

--- restricted_column
FROM (PIVOT sales.claim ON status IN ('open') USING MAX(customer_email) GROUP BY region_id)

--- restricted_column
FROM (PIVOT sales.claim ON status IN ('open') GROUP BY customer_email)

--- restricted_column
FROM (PIVOT sales.claim ON customer_email IN ('a') GROUP BY region_id)

--- forbidden_node
FROM (PIVOT sales.vault ON secret_text IN ('a'))

--- forbidden_node
FROM (PIVOT '/etc/passwd' ON a IN ('a'))

--- forbidden_node
FROM (PIVOT sales.claim ON status || customer_email IN ('a'))

--- forbidden_node
FROM (UNPIVOT sales.claim ON customer_email)

--- forbidden_node
FROM (UNPIVOT sales.claim ON COLUMNS(*))

--- forbidden_node
FROM (UNPIVOT sales.vault ON secret_text)

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19', 'v20', 'v21', 'v22', 'v23', 'v24', 'v25', 'v26', 'v27', 'v28', 'v29', 'v30', 'v31', 'v32', 'v33', 'v34', 'v35', 'v36', 'v37', 'v38', 'v39', 'v40', 'v41', 'v42', 'v43', 'v44', 'v45', 'v46', 'v47', 'v48', 'v49', 'v50', 'v51', 'v52', 'v53', 'v54', 'v55', 'v56', 'v57', 'v58', 'v59', 'v60', 'v61', 'v62', 'v63', 'v64', 'v65', 'v66', 'v67', 'v68', 'v69', 'v70', 'v71', 'v72', 'v73', 'v74', 'v75', 'v76', 'v77', 'v78', 'v79', 'v80', 'v81', 'v82', 'v83', 'v84', 'v85', 'v86', 'v87', 'v88', 'v89', 'v90', 'v91', 'v92', 'v93', 'v94', 'v95', 'v96', 'v97', 'v98', 'v99', 'v100'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) AS a, AVG(cost) AS b FOR status IN ('v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19', 'v20', 'v21', 'v22', 'v23', 'v24', 'v25', 'v26', 'v27', 'v28', 'v29', 'v30', 'v31', 'v32', 'v33', 'v34', 'v35', 'v36', 'v37', 'v38', 'v39', 'v40', 'v41', 'v42', 'v43', 'v44', 'v45', 'v46', 'v47', 'v48', 'v49', 'v50'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost) FOR status IN ('a', 'b'))

--- forbidden_node
SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) )

--- forbidden_node
SELECT * FROM (SELECT region_id, cost + 0 AS c0, cost + 1 AS c1, cost + 2 AS c2, cost + 3 AS c3, cost + 4 AS c4, cost + 5 AS c5, cost + 6 AS c6, cost + 7 AS c7, cost + 8 AS c8, cost + 9 AS c9, cost + 10 AS c10, cost + 11 AS c11, cost + 12 AS c12, cost + 13 AS c13, cost + 14 AS c14, cost + 15 AS c15, cost + 16 AS c16, cost + 17 AS c17, cost + 18 AS c18, cost + 19 AS c19, cost + 20 AS c20, cost + 21 AS c21, cost + 22 AS c22, cost + 23 AS c23, cost + 24 AS c24 FROM sales.claim) UNPIVOT (v FOR m IN (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24))

--- row_bound
SELECT d FROM generate_series('2024-01-01'::timestamp, '2024-01-31', '1 day'::interval) AS t(d)

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (SUM(cost) FOR score IN (-0, 1))

--- too_large
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (SUM(cost) FOR score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) AS s PIVOT (SUM(s.cost) FOR status IN ('open'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (COALESCE(SUM(cost), PRODUCT(score)) FOR status IN ('open', 'closed'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (CASE WHEN COUNT(*) > 0 THEN MEAN(score) END FOR status IN ('open', 'closed'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) UNPIVOT (v FOR m IN (score AS 1, cost AS 2))

--- forbidden_function
SELECT c.claim_id, (SELECT UNNEST([3, 1]) AS y ORDER BY value LIMIT 1) AS z FROM (SELECT claim_id, score AS value FROM sales.claim) AS c

--- forbidden_node
SELECT claim_id FROM sales.claim WHERE score = region_id <> ALL ([1, NULL])

--- forbidden_node
SELECT claim_id FROM sales.claim WHERE score = region_id = ANY ([1, NULL])

--- forbidden_type
SELECT UNNEST([2.5, 1]::TEXT[]) AS x

--- forbidden_type
SELECT t.x FROM UNNEST(CAST([-3, 1e0, 2.5] AS INT[])) AS t(x)

--- forbidden_node
SELECT claim_id FROM sales.claim WHERE score = ANY (TRY_CAST(['1', 'x'] AS INT[]))

--- forbidden_type
SELECT t.x FROM UNNEST(TRY_CAST(['1', 'x'] AS INT[])) AS t(x)

--- forbidden_node
FROM (WITH region AS (SELECT 7 AS region_id, 'EU' AS market) PIVOT region ON market IN ('EU') USING SUM(region_id))

--- forbidden_node
SELECT * FROM (WITH region AS (SELECT 7 AS region_id, 'EU' AS market) UNPIVOT region ON region_id)

--- unknown_column
WITH c AS (SELECT region_id, status, cost FROM sales.claim) SELECT r.region_id, (SELECT SUM(open) FROM c AS s(x, status, cost) PIVOT (SUM(cost) FOR status IN ('open')) AS q WHERE q.region_id = r.region_id) AS n FROM sales.region AS r

--- unsupported
SELECT COUNT(DISTINCT score, region_id) AS n FROM sales.claim

--- unsupported
SELECT CONCAT(DISTINCT status, CONCAT(DISTINCT status, CONCAT(DISTINCT status, channel))) AS x FROM sales.claim

--- unsupported
SELECT claim_id FROM sales.claim WHERE score BETWEEN SYMMETRIC 4 AND 2

--- unsupported
SELECT claim_id FROM sales.claim WHERE status LIKE ANY ('o%', 'c%')

--- forbidden_function
SELECT SAFE_DIVIDE(cost, score) AS x FROM sales.claim

--- forbidden_function
SELECT DECODE_CASE(status, 'open', 1, 0) AS x FROM sales.claim

--- unsupported
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY (SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY score) FROM sales.claim)) AS x FROM sales.claim

--- unsupported
SELECT TIMESTAMP_TRUNC(opened_at, 'month', status) AS x FROM sales.claim

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

--- unsupported
SELECT DATE_ADD(opened_on, 1) AS x FROM sales.claim

--- unsupported
SELECT DATE_ADD(opened_on, score) AS x FROM sales.claim

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
SELECT t.x FROM sales.visit AS v, UNNEST(v.tags, v.readings) AS t(x, y)

--- forbidden_function
SELECT UNNEST(LIST(status)) FROM sales.claim

--- forbidden_function
SELECT UNNEST(LIST_CONCAT(tags, tags)) FROM sales.visit

--- forbidden_node
SELECT UNNEST(tags, recursive := true) FROM sales.visit

--- ambiguous_column
SELECT LIST_TRANSFORM(tags, LAMBDA note : UPPER(note)) FROM sales.visit

--- ambiguous_column
SELECT LIST_TRANSFORM(tags, LAMBDA v : UPPER(v)) FROM sales.visit AS v

--- ambiguous_column
SELECT LIST_FILTER([status], LAMBDA customer_email : customer_email = 'a') FROM sales.claim

--- unknown_column
SELECT LIST_FILTER(tags, LAMBDA t : t = customer_email) FROM sales.visit

--- forbidden_node
SELECT LIST_FILTER(tags, LAMBDA t : t IN (SELECT secret_text FROM sales.vault)) FROM sales.visit

--- forbidden_node
SELECT LIST_TRANSFORM(tags, LAMBDA t : (SELECT MAX(secret_text) FROM sales.vault)) FROM sales.visit

--- too_large
SELECT LIST_TRANSFORM(tags, LAMBDA t : t || note) FROM sales.visit

--- forbidden_node
SELECT LIST_TRANSFORM(tags, LAMBDA t : LIST_TRANSFORM(tags, LAMBDA u : u)) FROM sales.visit

--- forbidden_node
SELECT LIST_TRANSFORM(tags, LAMBDA t : UNNEST(t)) FROM sales.visit

--- forbidden_node
SELECT LIST_TRANSFORM(tags, LAMBDA t : SUM(t)) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(tags, LAMBDA a, b : a || b) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(tags, LAMBDA a, b : a + b) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(LIST(tags), LAMBDA a, b : a + a) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(readings, LAMBDA a, b : CONCAT(a, a)) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(readings, LAMBDA a, b : LIST_CONCAT(a, a)) FROM sales.visit

--- forbidden_character
SELECT LIST_REDUCE(readings, LAMBDA a, b, c : a + b) FROM sales.visit

--- forbidden_node
SELECT LIST_FILTER(tags, LAMBDA t, t : TRUE) FROM sales.visit

--- forbidden_character
SELECT LIST_FILTER(tags, LAMBDA : TRUE) FROM sales.visit

--- parse_error
SELECT LAMBDA t : t FROM sales.visit

--- forbidden_node
SELECT UPPER(LAMBDA t : t) FROM sales.visit

--- forbidden_node
SELECT ARRAY_APPLY(tags) FROM sales.visit

--- forbidden_node
SELECT LIST_APPLY(LAMBDA t : t, tags) FROM sales.visit

--- parse_error
SELECT LIST_FILTER(tags, LAMBDA t := t) FROM sales.visit

--- forbidden_node
SELECT tags['a'] FROM sales.visit

--- forbidden_node
SELECT note['a'] FROM sales.visit

--- forbidden_node
SELECT tags[1].x FROM sales.visit

--- forbidden_node
SELECT STRUCT_EXTRACT(note, 'a') FROM sales.visit

--- unknown_column
SELECT visit_id FROM sales.visit WHERE 'a' IN secrets

--- unknown_column
SELECT visit_id FROM sales.visit WHERE 'a' IN vault

--- forbidden_function
SELECT LIST_AGGREGATE(tags, 'string_agg') FROM sales.visit

--- forbidden_function
SELECT LIST_AGGREGATE(tags, note) FROM sales.visit

--- forbidden_literal
SELECT TRY_STRPTIME(status, channel) FROM sales.claim

--- forbidden_literal
SELECT REGEXP_SPLIT_TO_ARRAY(status, '(a+)+') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_FULL_MATCH(status, channel) FROM sales.claim

--- forbidden_literal
SELECT JSON_EXISTS(status, channel) FROM sales.claim

--- too_large
SELECT HISTOGRAM(status) OVER () FROM sales.claim

--- missing_join_condition
SELECT v.visit_id FROM sales.visit AS v JOIN sales.claim AS c ON LIST_FILTER(v.tags, LAMBDA t : TRUE) = LIST_FILTER([c.status], LAMBDA t : TRUE)

--- too_large
SELECT LIST_TRANSFORM(readings, LAMBDA x : LPAD('a', 255, 'b')) FROM sales.visit

--- too_large
SELECT LIST_TRANSFORM(readings, LAMBDA x : 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') FROM sales.visit

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c ASOF JOIN sales.visit AS v USING (region_id)

--- missing_join_condition
SELECT c.claim_id FROM sales.claim AS c ASOF JOIN sales.visit AS v ON 1 >= 0

--- unknown_table
SELECT c.claim_id FROM sales.claim AS c ASOF JOIN sales.vault AS v ON c.region_id >= v.region_id

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c ASOF RIGHT JOIN sales.visit AS v ON c.region_id >= v.region_id

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c ASOF SEMI JOIN sales.visit AS v ON c.region_id >= v.region_id

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c POSITIONAL JOIN sales.visit AS v

--- too_large
SELECT LIST_FILTER(tags, LAMBDA t : LENGTH(REPLACE(REPLACE(REPLACE(REPLACE(t, 'a', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'), 'b', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'), 'b', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')) > 3) FROM sales.visit

--- too_large
SELECT LENGTH(ARRAY_TO_STRING(LIST_TRANSFORM(STR_SPLIT(ARRAY_TO_STRING(LIST_TRANSFORM(STR_SPLIT(note, ''), LAMBDA c : SHA256(c)), ''), ''), LAMBDA c : SHA256(c)), '')) FROM sales.visit

--- too_large
SELECT LENGTH(CAST(LIST_TRANSFORM(STR_SPLIT(CAST(LIST_TRANSFORM(STR_SPLIT(note, ''), LAMBDA c : CASE WHEN c = 'a' THEN 1e300 ELSE 1e-300 END) AS VARCHAR), ''), LAMBDA c : CASE WHEN c = 'a' THEN 1e300 ELSE 1e-300 END) AS VARCHAR)) FROM sales.visit

--- too_large
SELECT LENGTH(ARRAY_TO_STRING(LIST_APPLY(STR_SPLIT(ARRAY_TO_STRING(LIST_APPLY(STR_SPLIT(note, ''), LAMBDA c : MONTHNAME(DATE '2024-09-01')), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'), ''), LAMBDA c : MONTHNAME(DATE '2024-09-01')), 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')) FROM sales.visit

--- too_large
SELECT LENGTH(CAST(STR_SPLIT(CAST(STR_SPLIT(CAST(STR_SPLIT(CAST(STR_SPLIT(CAST(STR_SPLIT(note, '') AS VARCHAR), '') AS VARCHAR), '') AS VARCHAR), '') AS VARCHAR), '') AS VARCHAR)) FROM sales.visit

--- too_large
SELECT LIST_REDUCE(LIST_TRANSFORM(STR_SPLIT(REPLACE(REPLACE(REPLACE(note, 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), ''), LAMBDA c : LENGTH(c)), LAMBDA a, b : a + b) FROM sales.visit

--- too_large
SELECT HISTOGRAM(CONCAT(a.x, '-', b.x)) AS h FROM generate_series(1, 1500) AS a(x) JOIN generate_series(1, 1500) AS b(x) ON a.x <= b.x

--- unknown_function
SELECT SAFE_ADD(score, 1) FROM sales.claim

--- unknown_function
SELECT NVL2(score, 1, 2) FROM sales.claim

--- unsupported
SELECT ANY_VALUE(score, 1) FROM sales.claim

--- unsupported
SELECT MODE() WITHIN GROUP (ORDER BY score) FROM sales.claim

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(v.d) FROM (VALUES (DATE '1000-01-01')) AS v(d)), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series(DATE '0001-01-01', (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) - INTERVAL '200 years' FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
WITH a AS (SELECT MIN(opened_on) - INTERVAL '60 years' AS lo FROM claim), b AS (SELECT lo - INTERVAL '60 years' AS lo FROM a) SELECT d.day FROM b, generate_series(b.lo, CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM claim c, generate_series(c.opened_on, c.closed_at, INTERVAL 1 DAY) AS d(day) WHERE d.day = c.opened_on

--- row_bound
SELECT d.day FROM claim c, generate_series((SELECT MIN(x.opened_on) FROM claim x WHERE x.claim_id = c.claim_id), CURRENT_DATE, INTERVAL 1 DAY) AS d(day) WHERE d.day = c.opened_on

--- forbidden_function
SELECT c.claim_id FROM claim c, LATERAL (SELECT generate_series(c.opened_on, c.closed_at, INTERVAL 1 DAY) AS day) AS d WHERE d.day = c.opened_on

--- forbidden_function
SELECT generate_series(opened_on, closed_at, INTERVAL 1 DAY) FROM claim

--- forbidden_function
SELECT generate_series(MIN(opened_on), MAX(opened_on), INTERVAL 1 DAY) FROM claim GROUP BY region_id

--- forbidden_function
SELECT region_id, generate_series(MIN(opened_on), MAX(opened_on), INTERVAL 1 DAY) FROM claim GROUP BY region_id

--- forbidden_function
SELECT DISTINCT generate_series(MIN(opened_on), MAX(opened_on), INTERVAL 1 DAY) FROM claim

--- row_bound
SELECT t.n FROM generate_series((SELECT MIN(claim_id) FROM claim), (SELECT MAX(claim_id) FROM claim)) AS t(n)

--- row_bound
SELECT t.n FROM generate_series((SELECT MIN(claim_id) FROM claim), (SELECT MAX(claim_id) FROM claim), 1) AS t(n)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 HOUR) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), INTERVAL '-1 day') AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), MAKE_INTERVAL(days => 0)) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim), (SELECT MAX(opened_on) FROM claim), (SELECT INTERVAL 1 DAY)) AS d(day)

--- missing_join_condition
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS a(day), generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS b(day)

--- missing_join_condition
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS a(day), claim c

--- too_large
SELECT a.day FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS a(day) JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS b(day) ON a.day <= b.day JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS c(day) ON b.day <= c.day

--- too_large
SELECT STRING_AGG(a.day::text, ',') FROM generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS a(day) JOIN generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS b(day) ON a.day <= b.day

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) FROM claim UNION SELECT DATE '0001-01-01'), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT CASE WHEN MIN(opened_on) IS NULL THEN MIN(opened_on) ELSE DATE '0001-01-01' END FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series(COALESCE((SELECT MIN(opened_on) FROM claim WHERE claim_id < 0), DATE '0001-01-01'), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(status::date) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- restricted_column
SELECT d.day FROM generate_series((SELECT MIN(customer_email)::date FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- unknown_table
SELECT d.day FROM generate_series((SELECT MIN(secret_day) FROM vault), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on), MAX(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series(MIN(DATE '2024-01-01'), (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY) AS d(day)

--- row_bound
SELECT d.day FROM generate_series((SELECT MIN(opened_on) + x.n * INTERVAL 1 DAY FROM claim, (VALUES (99999999)) AS x(n) GROUP BY x.n), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)

--- forbidden_function
SELECT x.day FROM (SELECT day FROM (VALUES (DATE '0001-01-01')) AS v(day) UNION ALL SELECT opened_on FROM claim) AS x, LATERAL (SELECT generate_series(x.day, CURRENT_DATE, INTERVAL 1 DAY) AS day) AS y WHERE y.day = x.day

--- forbidden_function
WITH x AS (SELECT opened_on AS d FROM claim UNION ALL SELECT DATE '0001-01-01') SELECT generate_series(MIN(d), MAX(d), INTERVAL 1 DAY) FROM x

--- row_bound
SELECT (SELECT COUNT(*) FROM generate_series(c.opened_on, c.closed_at, INTERVAL 1 DAY) AS d(day)) FROM claim c

--- row_bound
SELECT h.at FROM generate_series(NOW() - INTERVAL '90 days', NOW(), INTERVAL 1 HOUR) AS h(at)

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
SELECT h.at FROM generate_series(TIMESTAMP '2024-01-01 00:00', TIMESTAMP '2024-06-01 00:00', INTERVAL 1 HOUR) AS h(at)

--- forbidden_function
SELECT o.opened_on FROM claim o WHERE o.opened_on IN (SELECT generate_series(o.opened_on, CURRENT_DATE, INTERVAL 1 DAY) FROM region LIMIT 1)

--- unknown_table
SELECT d.day FROM generate_series((SELECT lo FROM b), CURRENT_DATE, INTERVAL 1 DAY) AS d(day), (SELECT MIN(opened_on) AS lo FROM claim) AS b

--- row_bound
SELECT opened_on AS lo, (SELECT COUNT(*) FROM (SELECT UNNEST(generate_series((SELECT lo), CURRENT_DATE, INTERVAL 1 DAY)) AS day)) AS n FROM claim

--- row_bound
SELECT opened_on AS lo, (SELECT COUNT(*) FROM generate_series((SELECT MIN(lo) FROM region), CURRENT_DATE, INTERVAL 1 DAY) AS d(day)) AS n FROM claim

--- forbidden_function
SELECT UNNEST(generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY)), UNNEST(generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY))

--- forbidden_function
SELECT generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY) AS days

--- forbidden_function
SELECT d.day FROM UNNEST(generate_series((SELECT MIN(opened_on) FROM claim), CURRENT_DATE, INTERVAL 1 DAY)) WITH ORDINALITY AS d(day, n)

--- row_bound
SELECT d.day FROM UNNEST(generate_series(DATE '2000-01-01', DATE '2024-01-31', INTERVAL 1 DAY)) AS d(day)

--- row_bound
SELECT d.day FROM claim c, UNNEST(generate_series(c.opened_on, CURRENT_DATE, INTERVAL 1 DAY)) AS d(day)

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month - 1 day' FROM claim

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (WITH b AS (SELECT c.opened_on AS lo) SELECT UNNEST(generate_series(b.lo, CURRENT_DATE, INTERVAL 1 DAY)) AS day FROM b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT UNNEST(generate_series(b.lo, CURRENT_DATE, INTERVAL 1 DAY)) AS day FROM (SELECT c.opened_on AS lo) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT UNNEST(generate_series(b.lo, CURRENT_DATE, INTERVAL 1 DAY)) AS day FROM (SELECT MIN(x.opened_on) AS lo FROM claim x WHERE x.claim_id = c.claim_id) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT (SELECT COUNT(*) FROM (SELECT c.opened_on AS lo) AS b, generate_series(b.lo, CURRENT_DATE, INTERVAL '1 day') AS d(day)) AS n FROM claim c

--- row_bound
SELECT d.day FROM claim c, generate_series((WITH b AS (SELECT c.opened_on AS lo) SELECT lo FROM b), CURRENT_DATE, INTERVAL '1 day') AS d(day) WHERE d.day = c.opened_on

--- missing_join_condition
SELECT v.visit_id, u.n FROM sales.visit v LEFT JOIN LATERAL (SELECT COUNT(*) AS n FROM sales.claim c WHERE c.region_id = v.region_id) u

--- missing_join_condition
SELECT v.visit_id FROM sales.visit v FULL JOIN (SELECT COUNT(*) AS n FROM sales.claim) u

--- missing_join_condition
SELECT v.visit_id, u.tag FROM sales.visit v LEFT JOIN UNNEST(v.tags) AS u(tag)

--- forbidden_node
SELECT r.market FROM sales.region r CROSS JOIN (SELECT COUNT(*) AS n FROM sales.claim) u ON TRUE

--- unsupported
SELECT QUANTILE_CONT(cost, 0.5, status) AS x FROM sales.claim

--- unsupported
SELECT TO_TIMESTAMP(score, 1) AS x FROM sales.claim

--- forbidden_literal
SELECT TIME_BUCKET(INTERVAL '7 days', opened_on, 'month') AS x FROM sales.claim

--- forbidden_node
SELECT COALESCE(score, 1 ORDER BY cost) AS x FROM sales.claim

--- forbidden_node
SELECT v.visit_id, u.tag FROM sales.visit v FULL JOIN UNNEST(v.tags) AS u(tag) ON TRUE

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
SELECT PRINTF('%999999d', score) AS x FROM sales.claim

--- forbidden_literal
SELECT PRINTF(status, score) AS x FROM sales.claim

--- forbidden_literal
SELECT FORMAT('{:999999d}', score) AS x FROM sales.claim

--- forbidden_literal
SELECT FORMAT('{0}{0}{0}{0}', status) AS x FROM sales.claim

--- forbidden_literal
SELECT FORMAT(status, score) AS x FROM sales.claim

--- too_large
SELECT BAR(score, 0, 10, 100000000) AS x FROM sales.claim

--- too_large
SELECT BAR(score, 0, 10, claim_id) AS x FROM sales.claim

--- too_large
SELECT EQUI_WIDTH_BINS(0, 100, 100000000, true) AS x FROM sales.claim

--- too_large
SELECT MAX(status, 100000000) AS x FROM sales.claim

--- too_large
SELECT MAX(status, 3) OVER () AS x FROM sales.claim

--- too_large
SELECT ARG_MAX(status, score, claim_id) AS x FROM sales.claim

--- forbidden_function
SELECT APPROX_TOP_K(status, 1000000) AS x FROM sales.claim

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN sales.region r ON PRINTF('x', c.claim_id) = PRINTF('x', r.region_id)

--- restricted_column
SELECT v.tags[c.customer_email] AS x FROM sales.visit v JOIN sales.claim c ON c.region_id = v.region_id

--- forbidden_character
SELECT tags[(SELECT MAX(secret_id) FROM sales.vault)] AS x FROM sales.visit

--- forbidden_node
SELECT status[score] AS x FROM sales.claim

--- forbidden_literal
SELECT tags[LENGTH(note) * 2] AS x FROM sales.visit

--- forbidden_literal
SELECT tags[LEN(tags) + -1] AS x FROM sales.visit

--- forbidden_node
SELECT claim_id & 1 | score AS x FROM sales.claim

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN sales.region r ON c.claim_id & 0 = r.region_id & 0

--- restricted_column
SELECT customer_email | 1 AS x FROM sales.claim

--- forbidden_literal
SELECT status GLOB '*a*b*c*d*e*f*' AS x FROM sales.claim

--- forbidden_literal
SELECT status GLOB channel AS x FROM sales.claim

--- forbidden_node
SELECT [(SELECT MAX(c.status) FROM sales.claim c) FOR x IN tags IF x <> 'a'] AS y FROM sales.visit

--- ambiguous_column
SELECT [note FOR note IN tags IF note <> 'a'] AS y FROM sales.visit

--- forbidden_node
SELECT [x FOR x IN tags IF x <> 'a' IF x <> 'b'] AS y FROM sales.visit

--- forbidden_node
SELECT x: (y: score) FROM sales.claim

--- restricted_column
SELECT x: customer_email FROM sales.claim

--- not_a_query
PIVOT sales.claim ON status IN ('open') USING SUM(cost)) UNION (SELECT 1

--- multiple_statements
PIVOT sales.claim ON status IN ('open') USING SUM(cost) GROUP BY region_id; DROP TABLE sales.claim

--- restricted_column
PIVOT sales.claim ON status IN ('open') USING MAX(customer_email) GROUP BY region_id

--- forbidden_node
PIVOT sales.vault ON secret_text IN ('open') USING COUNT(*)

--- forbidden_node
UNPIVOT sales.claim ON COLUMNS(*) INTO NAME n VALUE v

--- restricted_column
SELECT {'a': customer_email} AS x FROM sales.claim

--- restricted_column
SELECT STRUCT_PACK(a := customer_email) AS x FROM sales.claim

--- forbidden_node
SELECT {'a': 1, 'A': 2} AS x FROM sales.claim

--- forbidden_node
SELECT {'a': c.*} AS x FROM sales.claim c

--- forbidden_function
SELECT UNNEST(LIST({'a': claim_id})) AS x FROM sales.claim

--- too_large
SELECT {'a': STRING_AGG(x.s, ',')} AS y FROM (SELECT STRING_AGG(status, ',') AS s FROM sales.claim GROUP BY region_id) x

--- unknown_column
SELECT {'a': secret_text} AS x FROM sales.claim

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim a, sales.claim b JOIN sales.claim c USING (claim_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.region a, sales.claim b JOIN sales.region c USING (region_id)

--- unknown_column
SELECT COUNT(*) FROM sales.claim c, (VALUES (1)) AS x(k) JOIN sales.region r USING (region_id)

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim a, (VALUES (1)) AS x(k) FULL JOIN sales.claim r ON r.claim_id = a.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim a, (VALUES (1)) AS x(k) RIGHT JOIN sales.claim r ON r.claim_id = x.k AND r.claim_id = a.claim_id

--- missing_join_condition
SELECT COUNT(*) FROM sales.claim a, LATERAL (SELECT 1 AS k) x RIGHT JOIN sales.claim r ON r.claim_id = a.claim_id

--- missing_join_condition
SELECT r.region_id FROM sales.region r JOIN sales.product p WHERE r.region_id = p.product_id

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c INNER
JOIN (VALUES (1)) AS x(k) LEFT JOIN sales.region r ON r.region_id = c.region_id

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN (SELECT MAX(region_id) AS k FROM sales.region) x

--- unknown_column
SELECT COLUMNS(['customer_email']) FROM sales.claim

--- unknown_column
SELECT * RENAME (customer_email AS e) FROM sales.claim

--- unknown_column
SELECT * EXCLUDE (status) RENAME (status AS s) FROM sales.claim

--- unknown_column
SELECT COLUMNS('secret.*') FROM sales.claim

--- unknown_table
SELECT COLUMNS(*) FROM sales.vault

--- forbidden_function
SELECT claim_id FROM sales.claim WHERE COLUMNS('cost|score') > 1

--- forbidden_function
SELECT claim_id FROM sales.claim ORDER BY COLUMNS('cost|score')

--- forbidden_function
SELECT claim_id FROM sales.claim GROUP BY COLUMNS('claim_id')

--- forbidden_function
SELECT COLUMNS('(a+)+$') FROM sales.claim

--- forbidden_function
SELECT COLUMNS(c -> c = 'status') FROM sales.claim

--- forbidden_function
SELECT COLUMNS(lower('STATUS')) FROM sales.claim

--- forbidden_function
SELECT COLUMNS(status) FROM sales.claim

--- forbidden_node
SELECT COLUMNS('cost') + COLUMNS('score') FROM sales.claim

--- too_large
SELECT COLUMNS('(a|b|c|d)(a|b|c|d)(a|b|c|d|e|f)(a|b|c|d|e|f|g|h)') FROM sales.claim

--- too_large
SELECT COLUMNS('a'), COLUMNS('b'), COLUMNS('c'), COLUMNS('d'), COLUMNS('e'), COLUMNS('s'), COLUMNS('i'), COLUMNS('o'), COLUMNS('l') FROM sales.claim

--- forbidden_node
SELECT (SELECT COLUMNS('cost')) FROM sales.claim

--- forbidden_node
SELECT COUNT(* RENAME (status AS s)) FROM sales.claim

--- unknown_column
SELECT status FROM (SELECT * RENAME (status AS s) FROM sales.claim)

--- forbidden_function
SELECT ENCODE(status) FROM sales.claim

--- forbidden_function
SELECT UNHEX(status) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS BLOB) FROM sales.claim

--- forbidden_function
SELECT TO_JSON(COLUMNS(c)) FROM sales.claim AS c

--- unknown_column
SELECT TO_JSON({'a': c}) FROM sales.claim AS c

--- restricted_column
SELECT HEX(customer_email) FROM sales.claim

--- missing_join_condition
SELECT v.visit_id FROM sales.visit v LEFT JOIN LATERAL (SELECT 1 AS n) u

--- too_large
SELECT TO_JSON(UPPER(TO_JSON(UPPER(TO_JSON(UPPER(TO_JSON(UPPER(TO_JSON(UPPER(TO_JSON(UPPER(note)))))))))))) FROM sales.visit

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, '[a-z&&b]+') FROM sales.claim

--- forbidden_function
SELECT UNNEST(JSON_KEYS(CONCAT(status, status))) FROM sales.claim

--- forbidden_function
SELECT u.k FROM sales.claim c, UNNEST(JSON_KEYS(LIST(c.status))) AS u(k)

--- restricted_column
SELECT UNNEST(JSON_KEYS(customer_email)) AS k FROM sales.claim

--- unknown_column
SELECT UNNEST(JSON_KEYS(c)) AS k FROM sales.claim AS c

--- too_large
SELECT COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1, COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1, COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1, COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1, COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1, COLUMNS('.')+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1 FROM sales.claim

--- forbidden_function
SELECT SUM(COLUMNS('cost|score')) FILTER (WHERE COLUMNS('cost|score') > 4) FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(DAYOFWEEKISO FROM opened_at) FROM sales.claim

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

--- ambiguous_column
SELECT d.region_id, (SELECT MAX(s.k) FROM sales.region AS d, (SELECT d.region_id AS k) AS s WHERE s.k = d.region_id) AS n FROM sales.region AS d ORDER BY 1

--- ambiguous_column
SELECT d.claim_id, (SELECT COUNT(*) FROM sales.claim AS e JOIN (SELECT v.region_id AS k FROM sales.visit AS v WHERE score > 1) AS s ON s.k = e.region_id) AS n FROM sales.claim AS d ORDER BY 1 LIMIT 5

--- ambiguous_column
SELECT d.region_id, (SELECT COUNT(*) FROM sales.region AS d JOIN (VALUES (d.region_id)) AS s(k) ON s.k = d.region_id) AS n FROM sales.region AS d

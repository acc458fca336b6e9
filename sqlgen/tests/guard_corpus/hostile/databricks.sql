Hostile SQL for databricks: every entry is refused with the code in its head line. See sqlgen/tests/guard_cases.py.

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

--- forbidden_node
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

--- ambiguous_column
SELECT region_id FROM sales.claim AS c JOIN sales.region AS r ON c.region_id = r.region_id

--- missing_join_condition
SELECT c.status FROM (SELECT c.status FROM claim AS c LEFT JOIN region AS r) AS c JOIN region AS r ON r.region_id = 1

--- forbidden_node
SELECT * EXCEPT (cost) FROM (SELECT UPPER(status), cost FROM claim) AS t

--- too_large
SELECT FILTER(SPLIT(status, ','), x -> x IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200)) AS a FROM claim

--- forbidden_node
SELECT v.visit_id, t.x FROM visit AS v RIGHT JOIN region AS r ON r.region_id = v.region_id LATERAL VIEW EXPLODE(tags) t AS x

--- duplicate_name
SELECT * FROM sales.claim AS c JOIN sales.region AS c ON c.region_id = c.region_id

--- forbidden_type
SELECT CAST(cost AS INT128) AS a FROM claim

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

--- forbidden_function
SELECT generate_series(1, 1000000000)

--- unknown_function
SELECT range(1000000000)

--- forbidden_function
SELECT sequence(1, 1000000000)

--- row_bound
SELECT explode(sequence(1, 1000000000))

--- forbidden_function
SELECT * FROM explode(sequence(1, 1000))

--- forbidden_function
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

--- too_large
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

--- unknown_function
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

--- unknown_column
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

--- parse_error
SELECT "read_csv"('x')

--- parse_error
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
SELECT status -> 'x' FROM sales.claim

--- forbidden_character
SELECT status ->> 'x' FROM sales.claim

--- forbidden_character
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

--- parse_error
SELECT CAST(status AS XML) FROM sales.claim

--- parse_error
SELECT CAST(status AS hr.salary) FROM sales.claim

--- forbidden_literal
SELECT CAST(status AS "x'y") FROM sales.claim

--- forbidden_type
SELECT CAST(status AS VARCHAR(99999999)) || CAST(status AS BLOB) FROM sales.claim

--- parse_error
SELECT status::hr.salary FROM sales.claim

--- forbidden_unit
SELECT INTERVAL '1' FORTNIGHT

--- forbidden_unit
SELECT INTERVAL status DAY FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(nonsense FROM opened_at) FROM sales.claim

--- forbidden_literal
SELECT DATE_TRUNC('x''y', opened_at) FROM sales.claim

--- forbidden_function
SELECT status COLLATE "x" FROM sales.claim

--- forbidden_node
SELECT status FROM sales.claim WHERE status SIMILAR TO '%(a|b)%'

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

--- forbidden_character
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
SELECT * FROM delta.`s3://bucket/x`

--- unknown_table
SELECT * FROM parquet.`/tmp/x`

--- unknown_table
SELECT * FROM csv.`/etc/passwd`

--- unknown_table
SELECT * FROM text.`/etc/passwd`

--- unknown_table
SELECT * FROM json.`/x`

--- unknown_table
SELECT * FROM binaryFile.`/x`

--- unknown_table
SELECT * FROM `file.csv`

--- unknown_table
SELECT * FROM `sales`.`vault`

--- unknown_table
SELECT * FROM `sales.claim`

--- unknown_table
SELECT * FROM lake.sales.vault

--- unknown_table
SELECT * FROM hive_metastore.sales.claim

--- unknown_table
SELECT * FROM samples.nyctaxi.trips

--- unknown_table
SELECT * FROM global_temp.x

--- unknown_table
SELECT * FROM system.access.table_lineage

--- unknown_table
SELECT * FROM lake.information_schema.tables

--- unknown_function
SELECT * FROM IDENTIFIER('sales.vault')

--- unknown_function
SELECT * FROM IDENTIFIER('sales.' || 'vault')

--- unknown_function
SELECT IDENTIFIER('customer_email') FROM sales.claim

--- unknown_function
SELECT * FROM sales.claim WHERE IDENTIFIER('customer_email') = 'x'

--- forbidden_function
SELECT IDENTIFIER('lower')(status) FROM sales.claim

--- forbidden_character
SELECT * FROM ${schema}.claim

--- forbidden_literal
SELECT '${spark.secret}' AS x

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = '${x}'

--- forbidden_literal
SELECT `${x}` FROM sales.claim

--- unknown_function
SELECT * FROM TABLE(sales.f(1))

--- unknown_function
SELECT * FROM range(10)

--- unknown_function
SELECT * FROM read_files('s3://x', format => 'csv')

--- unknown_function
SELECT * FROM read_kafka(bootstrapServers => 'x')

--- unknown_function
SELECT * FROM read_kinesis(streamName => 'x')

--- unknown_function
SELECT * FROM read_pubsub(subscriptionId => 'x')

--- unknown_function
SELECT * FROM read_pulsar(serviceUrl => 'x')

--- unknown_function
SELECT * FROM read_state_metadata('x')

--- unknown_function
SELECT * FROM table_changes('sales.vault', 1)

--- unknown_function
SELECT * FROM event_log('x')

--- unknown_function
SELECT * FROM event_log(TABLE(sales.claim))

--- unknown_function
SELECT * FROM list_secrets()

--- unknown_function
SELECT * FROM cloud_files_state('x')

--- parse_error
SELECT * FROM vector_search(index => 'x', query_text => 'y')

--- unknown_function
SELECT * FROM ai_forecast(TABLE(sales.claim), horizon => '2025-01-01')

--- unknown_function
SELECT * FROM http_request(conn => 'x', method => 'GET', path => '/')

--- forbidden_function
SELECT * FROM explode(array(1, 2))

--- forbidden_function
SELECT posexplode(array(1, 2))

--- forbidden_function
SELECT inline(array(struct(1)))

--- forbidden_function
SELECT stack(2, 1, 2)

--- forbidden_node
SELECT TRANSFORM(status) USING 'cat' FROM sales.claim

--- forbidden_node
SELECT TRANSFORM(status, claim_id) USING 'bash' AS (x) FROM sales.claim

--- forbidden_node
FROM sales.claim SELECT TRANSFORM(status) USING 'cat'

--- unknown_function
SELECT reflect('java.util.UUID', 'randomUUID')

--- unknown_function
SELECT try_reflect('java.util.UUID', 'randomUUID')

--- unknown_function
SELECT java_method('java.util.UUID', 'randomUUID')

--- forbidden_function
SELECT secret('s', 'k')

--- unknown_function
SELECT try_secret('s', 'k')

--- forbidden_function
SELECT session_user()

--- forbidden_function
SELECT current_user()

--- unknown_function
SELECT user()

--- forbidden_function
SELECT current_catalog()

--- unknown_function
SELECT current_metastore()

--- unknown_function
SELECT is_account_group_member('x')

--- unknown_function
SELECT is_member('x')

--- unknown_function
SELECT input_file_name() FROM sales.claim

--- unknown_function
SELECT input_file_block_start() FROM sales.claim

--- unknown_column
SELECT _metadata FROM sales.claim

--- unknown_table
SELECT _metadata.file_path FROM sales.claim

--- unknown_function
SELECT spark_partition_id()

--- unknown_function
SELECT monotonically_increasing_id()

--- unknown_function
SELECT assert_true(1 = 1)

--- unknown_function
SELECT raise_error('x')

--- unknown_function
SELECT ai_query('m', status) FROM sales.claim

--- forbidden_function
SELECT ai_classify(status, array('a')) FROM sales.claim

--- unknown_function
SELECT ai_summarize(status) FROM sales.claim

--- unknown_function
SELECT ai_gen(status) FROM sales.claim

--- unknown_function
SELECT ai_mask(status, array('x')) FROM sales.claim

--- forbidden_function
SELECT from_json(status, 'a INT') FROM sales.claim

--- forbidden_node
SELECT to_json(struct(*)) FROM sales.claim

--- forbidden_node
SELECT struct(*) FROM sales.claim

--- forbidden_node
SELECT struct(c.*) FROM sales.claim AS c

--- forbidden_function
SELECT map('a', status) FROM sales.claim

--- unknown_column
SELECT to_json(named_struct('a', c)) FROM sales.claim AS c

--- restricted_column
SELECT collect_set(customer_email) FROM sales.claim

--- unknown_column
SELECT max_by(c, claim_id) FROM sales.claim AS c

--- unknown_column
SELECT first(c) FROM sales.claim AS c

--- forbidden_function
SELECT sequence(1, 1000000)

--- row_bound
SELECT explode(sequence(1, 1000000))

--- unknown_function
SELECT array_repeat('x', 1000000000)

--- unknown_function
SELECT xpath('<a/>', 'a')

--- unknown_column
SELECT hash(c) FROM sales.claim AS c

--- unknown_function
SELECT aes_decrypt(status, 'x') FROM sales.claim

--- unknown_function
SELECT try_to_number(status, '999') FROM sales.claim

--- unknown_table
SELECT * EXCEPT (status) FROM sales.vault

--- unknown_column
SELECT * EXCEPT (customer_email) FROM sales.claim

--- unknown_column
SELECT * EXCEPT (nothing) FROM sales.claim

--- forbidden_node
SELECT * FROM sales.claim TIMESTAMP AS OF '2020-01-01'

--- forbidden_character
SELECT * FROM sales.claim@v1

--- forbidden_character
SELECT * FROM sales.claim@20200101000000000

--- forbidden_node
SELECT * FROM STREAM sales.claim

--- forbidden_node
SELECT * FROM STREAM(sales.claim)

--- forbidden_node
SELECT * FROM sales.claim TABLESAMPLE (5 ROWS)

--- forbidden_node
SELECT * FROM sales.claim DISTRIBUTE BY status

--- forbidden_node
SELECT * FROM sales.claim CLUSTER BY status

--- forbidden_node
SELECT * FROM sales.claim SORT BY customer_email

--- forbidden_node
SELECT * FROM sales.claim SORT BY status

--- unknown_table
FROM sales.vault

--- forbidden_character
FROM sales.vault |> SELECT *

--- not_a_query
FROM sales.claim INSERT INTO x SELECT *

--- unknown_table
SELECT * FROM VALUES ((SELECT MAX(secret_text) FROM sales.vault)) AS v(a)

--- unknown_table
SELECT status FROM sales.claim MINUS SELECT secret_text FROM sales.vault

--- restricted_column
SELECT customer_email AS s, s FROM sales.claim

--- restricted_column
SELECT status AS s, upper(s), customer_email FROM sales.claim

--- restricted_column
SELECT status FROM sales.claim QUALIFY ROW_NUMBER() OVER (ORDER BY customer_email) = 1

--- forbidden_literal
SELECT status FROM sales.claim WHERE status RLIKE '(a+)+'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status REGEXP '(x*)*'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'it''s'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'a\tb'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'a\u0041'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'a\%b'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = R'a\'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = "a\"b"

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'a' "b"

--- forbidden_literal
SELECT status FROM sales.claim WHERE status = 'a\'

--- forbidden_literal
SELECT X'41'

--- forbidden_literal
SELECT `a``b` FROM sales.claim

--- restricted_column
SELECT `customer_email` FROM sales.claim

--- restricted_column
SELECT c.`customer_email` FROM sales.claim AS c

--- forbidden_node
SELECT CAST(status AS ARRAY<STRING>) FROM sales.claim

--- forbidden_character
SELECT CAST(status AS STRUCT<a: INT>) FROM sales.claim

--- forbidden_node
SELECT CAST(status AS MAP<STRING, INT>) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS VARIANT) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS BINARY) FROM sales.claim

--- forbidden_function
SELECT try_variant_get(parse_json(status), '$.a', 'int') FROM sales.claim

--- unknown_table
SELECT a.b.c FROM sales.claim

--- unknown_table
SELECT claim.status.x FROM sales.claim

--- unknown_function
SELECT window(opened_at, '1 day') FROM sales.claim

--- unknown_function
SELECT session_window(opened_at, '1 day') FROM sales.claim

--- not_a_query
DESCRIBE HISTORY sales.claim

--- not_a_query
DESCRIBE EXTENDED sales.claim

--- not_a_query
SHOW CREATE TABLE sales.claim

--- not_a_query
LIST 's3://x'

--- not_a_query
COPY INTO sales.claim FROM 's3://x'

--- not_a_query
CREATE TABLE x CLONE sales.claim

--- not_a_query
RESTORE TABLE sales.claim TO VERSION AS OF 1

--- not_a_query
ADD JAR 'x'

--- not_a_query
SET spark.x = 1

--- not_a_query
EXECUTE IMMEDIATE 'select 1'

--- not_a_query
DECLARE VARIABLE x = 1

--- multiple_statements
BEGIN SELECT 1; END

--- not_a_query
PUT 'x' INTO '/Volumes/x'

--- not_a_query
GET '/Volumes/x' TO 'y'

--- forbidden_node
SELECT * FROM sales.claim AS c(a, b)

--- restricted_column
WITH x(a) AS (SELECT customer_email FROM sales.claim) SELECT a FROM x

--- recursive_cte
WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n FROM x

--- parse_error
WITH RECURSIVE x(n) MAX RECURSION LEVEL 1000000 AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n FROM x

--- restricted_column
SELECT * FROM sales.claim AS c, LATERAL (SELECT c.customer_email) AS x

--- forbidden_node
SELECT sales.f(status) FROM sales.claim

--- forbidden_node
SELECT lake.sales.f(status) FROM sales.claim

--- forbidden_function
SELECT CURRENT_USER

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

--- forbidden_node
SELECT "{U+212A}".status FROM sales.claim AS k

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day ago' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day; drop' AS x FROM sales.claim

--- forbidden_unit
SELECT opened_at + INTERVAL '1 day 01:00:00' AS x FROM sales.claim

--- forbidden_literal
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

--- forbidden_node
SELECT REGEXP_REPLACE(status, '', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'g') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, '(x+x+)+y') FROM sales.claim

--- restricted_column
SELECT REGEXP_EXTRACT(customer_email, '@(.*)') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_LIKE(status, '(x+x+)+y') FROM sales.claim

--- restricted_column
SELECT REGEXP_LIKE(customer_email, 'x') FROM sales.claim

--- forbidden_literal
SELECT REGEXP_SUBSTR(status, '(a*)*') FROM sales.claim

--- unknown_function
SELECT REGEXP_SPLIT_TO_ARRAY(status, 'a') FROM sales.claim

--- forbidden_node
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

--- forbidden_literal
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

--- parse_error
SELECT CAST(status AS sales.claim) FROM sales.claim

--- parse_error
SELECT CAST(status AS claim) FROM sales.claim

--- parse_error
SELECT status::sales.claim FROM sales.claim

--- parse_error
SELECT CAST(status AS REGCLASS) FROM sales.claim

--- forbidden_type
SELECT CAST(status AS JSON) FROM sales.claim

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

--- parse_error
SELECT CAST(status AS MONEY) FROM sales.claim

--- parse_error
SELECT CAST(status AS TSQUERY) FROM sales.claim

--- restricted_column
SELECT EXTRACT(YEAR FROM customer_email) FROM sales.claim

--- forbidden_literal
SELECT EXTRACT(x'y' FROM opened_at) FROM sales.claim

--- forbidden_literal
SELECT EXTRACT("e'x'" FROM opened_at) FROM sales.claim

--- forbidden_literal
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

--- forbidden_character
SELECT ARRAY[1, 2]

--- forbidden_node
SELECT ARRAY(SELECT customer_email FROM sales.claim)

--- restricted_column
SELECT ARRAY_AGG(customer_email) FROM sales.claim

--- unknown_function
SELECT JSON_AGG(customer_email) FROM sales.claim

--- forbidden_character
SELECT JSON_OBJECT('a': customer_email) FROM sales.claim

--- unknown_function
SELECT JSON_VALUE(status, '$.a') FROM sales.claim

--- unknown_function
SELECT XMLAGG(status) FROM sales.claim

--- parse_error
SELECT XMLPARSE(DOCUMENT '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>')

--- unknown_function
SELECT FORMAT('%s', status) FROM sales.claim

--- unknown_function
SELECT QUOTE_IDENT(status) FROM sales.claim

--- forbidden_node
SELECT MAKE_INTERVAL(years => 1000000)

--- too_large
SELECT FACTORIAL(100000)

--- too_large
SELECT REPEAT('x', 2000000000)

--- too_large
SELECT SPACE(2000000000)

--- forbidden_function
SELECT STRING_TO_ARRAY(status, '') FROM sales.claim

--- forbidden_function
SELECT UNNEST(STRING_TO_ARRAY(status, '')) FROM sales.claim

--- unknown_function
SELECT REGEXP_MATCHES(customer_email, '.*') FROM sales.claim

--- unknown_function
SELECT RANGE(1, 1000000000)

--- unknown_function
SELECT * FROM RANGE(1, 1000000000) AS t

--- forbidden_function
SELECT * FROM GENERATE_SERIES(1, 1000000000) AS t

--- forbidden_function
SELECT * FROM sales.claim, GENERATE_SERIES(1, 1000000000) AS t(n) WHERE claim.claim_id = t.n

--- forbidden_function
SELECT * FROM UNNEST(GENERATE_SERIES(1, 1000000000)) AS t

--- forbidden_character
SELECT * FROM sales.claim CROSS JOIN UNNEST(ARRAY[1, 2]) AS t

--- forbidden_function
SELECT SEQUENCE(1, 1000000000)

--- forbidden_literal
SELECT status FROM sales.claim WHERE status RLIKE '(.*)*$'

--- forbidden_literal
SELECT status FROM sales.claim WHERE status RLIKE channel

--- restricted_column
SELECT status FROM sales.claim WHERE customer_email RLIKE 'x'

--- forbidden_literal
SELECT 'a' /* x */ "b"

--- forbidden_literal
SELECT 'a
b'

--- forbidden_literal
SELECT 'a{U+0009}b'

--- restricted_column
SELECT DECODE(status, 'a', customer_email) FROM sales.claim

--- forbidden_literal
SELECT FROM_UNIXTIME(0, status) FROM sales.claim

--- forbidden_literal
SELECT DATE_FORMAT(opened_at, status) FROM sales.claim

--- forbidden_function
SELECT status FROM sales.claim ORDER BY status COLLATE `C`

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE '%a%a%a%b'

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status NOT ILIKE '%a%a%a%a%a%a%a%b'

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE ANY ('a%', '%a%a%a%b')

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim AS c CROSS JOIN (SELECT '%a%a%a%b' AS p) AS x WHERE c.status LIKE x.p

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE '%a%' || '%a%b'

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE REPLACE(channel, 'a', '%')

--- too_large
SELECT POWER(POWER(POWER(9.9, 100), 100), 10)

--- forbidden_type
SELECT CAST(cost AS DECIMAL(1000, 998)) FROM sales.claim

--- too_large
WITH a AS (SELECT ROUND(cost, 100000) AS s FROM sales.claim), b AS (SELECT s * s * s * s * s AS s FROM a), c AS (SELECT s * s * s * s * s AS s FROM b), d AS (SELECT s * s * s * s * s AS s FROM c) SELECT s FROM d

--- unsupported
SELECT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY score) AS d FROM sales.claim

--- unsupported
SELECT PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY cost DESC) AS p FROM sales.claim

--- too_large
SELECT STRING_AGG(status, ',') OVER () FROM sales.claim

--- too_large
SELECT LENGTH(ARRAY_AGG(status) OVER (ORDER BY claim_id)) FROM sales.claim

--- too_large
SELECT ARRAY_AGG(status) FILTER (WHERE score > 1) OVER () FROM sales.claim

--- too_large
SELECT ARRAY_AGG(x) FROM (SELECT ARRAY_AGG(x) AS x FROM (SELECT ARRAY_AGG(status) AS x FROM sales.claim) AS a) AS b

--- too_large
SELECT ARRAY_JOIN(x, y) FROM (SELECT ARRAY_AGG(status) AS x, STRING_AGG(channel, ',') AS y FROM sales.claim) AS a

--- unknown_column
SELECT MD5(c) FROM sales.claim AS c

--- restricted_column
SELECT MD5(customer_email) FROM sales.claim

--- forbidden_literal
SELECT GET_JSON_OBJECT(c, 'customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT status FROM sales.claim WHERE status SIMILAR TO channel

--- forbidden_node
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

--- forbidden_literal
SELECT status FROM sales.claim WHERE status LIKE ANY (SELECT channel FROM sales.vault)

--- forbidden_unit
SELECT INTERVAL (customer_email) DAY FROM sales.claim

--- unknown_table
SELECT MAKE_INTERVAL(0, 0, 0, (SELECT MAX(secret_id) FROM sales.vault))

--- forbidden_type
SELECT CAST('1e131071' AS JSONB)

--- forbidden_node
SELECT GET_JSON_OBJECT(status, channel) FROM sales.claim

--- unknown_column
SELECT GET_JSON_OBJECT(c, '$.customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT GET_JSON_OBJECT(status, '$.*') FROM sales.claim

--- forbidden_literal
SELECT GET_JSON_OBJECT(status, '$[99999]') FROM sales.claim

--- too_large
SELECT COLLECT_SET(status) OVER () FROM sales.claim

--- too_large
SELECT APPROX_PERCENTILE(cost, 0.5, 2000000000) FROM sales.claim

--- too_large
SELECT APPROX_PERCENTILE(cost, 0.5, score) FROM sales.claim

--- forbidden_literal
SELECT status FROM sales.claim WHERE status LIKE CONCAT('%', '%', '%', '%', channel)

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
SELECT DATE_PART(status, opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_PART('nonsense', opened_at) FROM sales.claim

--- parse_error
SELECT COUNT(*) FROM sales.claim GROUP BY

--- too_deep
SELECT 1::INT::INT::INT::INT::INT::INT::INT

--- forbidden_node
SELECT MAKE_TIMESTAMP(year => 'x', 1)

--- forbidden_type
SELECT CAST(cost AS DECIMAL('10', 2)) FROM sales.claim

--- forbidden_literal
SELECT INTERVAL '1' "day'x"

--- forbidden_unit
SELECT DATE_TRUNC('"month"', opened_at) FROM sales.claim

--- restricted_column
SELECT * FROM sales.claim AS a JOIN sales.claim AS b USING (CUSTOMER_EMAIL)

--- restricted_column
SELECT * FROM sales.claim AS a JOIN sales.claim AS b USING (`customer_email`)

--- forbidden_node
SELECT * FROM sales.claim NATURAL JOIN sales.claim AS b

--- restricted_column
SELECT status FROM sales.claim HAVING customer_email > 'a'

--- unknown_column
SELECT status FROM sales.claim WHERE EXISTS (SELECT 1 WHERE customer_email IS NOT NULL)

--- unknown_column
SELECT `{U+0441}ustomer_email` FROM sales.claim

--- restricted_column
SELECT `CUSTOMER_EMAIL` FROM sales.claim

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

--- forbidden_literal
SELECT '$${x}' AS a

--- forbidden_literal
SELECT `$${x}` AS a

--- duplicate_name
WITH x AS (SELECT 1 AS a) SELECT q.a, x.a FROM (WITH x AS (SELECT 2 AS a) SELECT a FROM x) AS q JOIN x ON x.a < q.a

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

--- forbidden_node
SELECT MAKE_INTERVAL(days => 'x')

--- parse_error
SELECT APPLY('lower', status) FROM sales.claim

--- unknown_function
SELECT CALL_FUNCTION('lower', status) FROM sales.claim

--- unknown_function
SELECT list_reduce(status, 'x') FROM sales.claim

--- unknown_function
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

--- forbidden_unit
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

--- forbidden_node
SELECT MAKE_INTERVAL(days => 1)

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE (opened_at, closed_at) OVERLAPS (opened_at, closed_at)

--- forbidden_literal
SELECT FORMAT_NUMBER(cost, 200) FROM sales.claim

--- forbidden_literal
SELECT FORMAT_NUMBER(cost, '#,###.########') FROM sales.claim

--- forbidden_literal
SELECT FORMAT_NUMBER(cost, score) FROM sales.claim

--- restricted_column
SELECT FORMAT_NUMBER(customer_email, 2) FROM sales.claim

--- restricted_column
SELECT UNIX_SECONDS(customer_email) FROM sales.claim

--- restricted_column
SELECT TRY_TO_TIMESTAMP(customer_email) FROM sales.claim

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE CONCAT_WS('%', 'a', 'a', 'a', 'a', 'b')

--- forbidden_literal
WITH x AS (SELECT '%' AS p) SELECT COUNT(*) AS n FROM sales.claim CROSS JOIN x WHERE status LIKE x.p || 'a' || x.p || 'a' || x.p || 'a' || x.p || 'b'

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE LPAD('b', 40, '%a')

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE ARRAY_JOIN(COLLECT_LIST(status), '%')

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE (SELECT p || p || p || p FROM (SELECT '%a' AS p) AS x)

--- forbidden_literal
SELECT CONCAT(status, '%') AS l, status LIKE channel AS m FROM sales.claim

--- forbidden_literal
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE '%' || channel || '%' || channel || '%' || channel || '%'

--- restricted_column
SELECT COUNT(*) AS n FROM sales.claim WHERE status LIKE customer_email

--- unsupported
SELECT REGEXP_REPLACE(status, '[aeiou]', ) AS s FROM sales.claim

--- unsupported
SELECT REGEXP_REPLACE(status, '[aeiou]') AS s FROM sales.claim

--- too_deep
SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT (FROM a, SELECT 1)))))))

--- too_deep
SELECT COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(INTERVAL 1 :: COALESCE(1)))))))

--- parse_error
SELECT INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(INTERVAL CAST(a AS ABS(1))))))))))

--- forbidden_literal
SELECT DATE_FORMAT(opened_at, 'YYYY-MM-dd') AS d FROM sales.claim

--- forbidden_literal
SELECT TO_DATE(status, 'YYYY-MM-dd') AS d FROM sales.claim

--- forbidden_literal
SELECT TO_TIMESTAMP(status, '%Y') AS d FROM sales.claim

--- forbidden_literal
SELECT FROM_UNIXTIME(score, 'yyyyy') AS d FROM sales.claim

--- forbidden_literal
SELECT UNIX_TIMESTAMP(status, 'EEEEE') AS d FROM sales.claim

--- forbidden_literal
SELECT PERCENTILE(cost, ARRAY(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)) FROM sales.claim

--- forbidden_literal
SELECT PERCENTILE(cost, ARRAY(score)) FROM sales.claim

--- forbidden_literal
SELECT PERCENTILE(cost, ARRAY()) FROM sales.claim

--- forbidden_literal
SELECT PERCENTILE(cost, ARRAY((SELECT MAX(secret_id) FROM sales.vault))) FROM sales.claim

--- forbidden_node
SELECT PERCENTILE(ARRAY(1, 2), 0.5) FROM sales.claim

--- forbidden_literal
SELECT PERCENTILE(cost, ARRAY(ARRAY(0.5))) FROM sales.claim

--- row_bound
SELECT * FROM explode(sequence(1, 1501)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(0, 1500)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 999999999)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 9999999999, 9999999999)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 5, 0)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 5, -1)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(5, 1, 1)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 20, 0.01)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1e1, 20)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1.0, 5)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence('1', 5)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, '5')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, NULL)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(NULL, NULL)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, (SELECT 5))) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 2 + 3)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 2 * 3)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, CAST(5 AS INT))) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, CASE WHEN TRUE THEN 5 END)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 5, (SELECT 1))) AS t(n)

--- unknown_column
SELECT * FROM explode(sequence(1, score)) AS t(n)

--- forbidden_node
SELECT * FROM explode(sequence(1, 5, 1, 1)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 second')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 microsecond')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '0 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '-1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-02-01', DATE '2024-01-01', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day 1 hour')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 month -31 days')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', 1)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', '00:00:01')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', NULL)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1' DAY * 0)) AS t(n)

--- forbidden_node
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day', 'UTC')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-02-01', INTERVAL '1 day' / 1000)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE 'infinity', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '-infinity', DATE '2024-02-01', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-02-30', DATE '2024-03-30', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE 'today', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence('2024-01-01', '2024-02-01', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '0001-01-01', DATE '9999-12-31', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '9999-12-31' - 5, DATE '9999-12-31' + 5, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '9999-12-31', DATE '9999-12-31' + INTERVAL '1 year', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2020-01-01', DATE '2024-02-09', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', DATE '2024-01-01' + INTERVAL '5 years', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', 5, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(1, 5, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE '2024-01-01', NULL, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE - INTERVAL '5 years', CURRENT_DATE, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE, CURRENT_DATE + 1500, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE - INTERVAL '999999 years', CURRENT_DATE - INTERVAL '999999 years', INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE, CURRENT_DATE - 1, INTERVAL '1 day')) AS t(n)

--- unknown_column
SELECT * FROM explode(sequence(CURRENT_DATE - score, CURRENT_DATE, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE - (SELECT 3), CURRENT_DATE, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(CURRENT_DATE * 3, CURRENT_DATE, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE_TRUNC('year', CURRENT_DATE - INTERVAL '5 years'), CURRENT_DATE, INTERVAL '1 day')) AS t(n)

--- row_bound
SELECT c.claim_id FROM sales.claim AS c, explode(sequence(1, c.score)) AS t(n)

--- row_bound
SELECT c.claim_id FROM sales.claim AS c JOIN explode(sequence(1, c.score)) AS t(n) ON t.n = c.score

--- row_bound
SELECT (SELECT COUNT(*) FROM explode(sequence(1, c.score)) AS t(n)) FROM sales.claim AS c

--- row_bound
SELECT (SELECT COUNT(*) FROM explode(sequence(c.opened_on, CURRENT_DATE, INTERVAL '1 day')) AS t(n)) FROM sales.claim AS c

--- forbidden_function
SELECT * FROM explode(sequence(1, 5))

--- forbidden_function
SELECT * FROM explode(sequence(1, 5)) AS t(n, m)

--- forbidden_function
SELECT * FROM explode(sequence(explode(sequence(1, 5)), 5)) AS t(n)

--- forbidden_function
SELECT * FROM sales.explode(sequence(1, 5)) AS t(n)

--- forbidden_function
SELECT * FROM hr.sales.explode(sequence(1, 5)) AS t(n)

--- forbidden_node
SELECT * FROM explode(sequence(1, 5)) WITH ORDINALITY AS t(n, o)

--- forbidden_node
SELECT * FROM ROWS FROM (explode(sequence(1, 5)), explode(sequence(1, 5))) AS t(n, m)

--- forbidden_node
SELECT * FROM explode(sequence(1, 5)) AS t(n) TABLESAMPLE (10 PERCENT)

--- forbidden_node
SELECT * FROM LATERAL explode(sequence(1, 5)) AS t(n)

--- unknown_function
SELECT * FROM TABLE(explode(sequence(1, 5))) AS t(n)

--- forbidden_function
SELECT c.claim_id FROM sales.claim AS c WHERE c.score IN (explode(sequence(1, 5)))

--- forbidden_function
SELECT c.claim_id, explode(sequence(1, 5)) FROM sales.claim AS c

--- forbidden_function
SELECT explode(sequence(1, 5)) FROM sales.claim

--- forbidden_function
SELECT claim_id FROM sales.claim ORDER BY explode(sequence(1, 5))

--- forbidden_function
SELECT COUNT(*) FROM sales.claim GROUP BY explode(sequence(1, 5))

--- forbidden_limit
SELECT claim_id FROM sales.claim LIMIT explode(sequence(1, 5))

--- forbidden_function
SELECT explode(sequence(1, 5)) AS a, explode(sequence(1, 5)) AS b

--- row_bound
SELECT explode(sequence(1, 1501)) AS n

--- forbidden_function
SELECT explode(sequence(1, 5)) + 1 AS n

--- forbidden_function
SELECT SUM(explode(sequence(1, 5))) AS n

--- forbidden_function
SELECT COALESCE(explode(sequence(1, 5)), 0) AS n

--- forbidden_function
SELECT DISTINCT explode(sequence(1, 5)) AS n

--- forbidden_function
SELECT explode(sequence(1, 5)) AS n WHERE TRUE

--- forbidden_function
SELECT explode(sequence(1, 5)) AS n GROUP BY 1

--- forbidden_function
SELECT explode(sequence(1, 5)) AS n HAVING TRUE

--- forbidden_function
SELECT CASE WHEN TRUE THEN explode(sequence(1, 5)) END AS n

--- forbidden_function
SELECT explode(sequence(1, 5)) OVER () AS n

--- forbidden_function
WITH x AS (SELECT 1 AS a) SELECT explode(sequence(1, 5)) AS n FROM x

--- not_a_query
VALUES (explode(sequence(1, 5)))

--- forbidden_function
SELECT * FROM (VALUES (explode(sequence(1, 5)))) AS v(n)

--- missing_join_condition
SELECT a.n FROM explode(sequence(1, 100)) AS a(n), explode(sequence(1, 100)) AS b(n)

--- missing_join_condition
SELECT a.n FROM explode(sequence(1, 100)) AS a(n) CROSS JOIN explode(sequence(1, 100)) AS b(n) WHERE a.n > 0 AND b.n > 0

--- missing_join_condition
SELECT a.n FROM explode(sequence(1, 20)) AS a(n), explode(sequence(1, 20)) AS b(n), explode(sequence(1, 20)) AS c(n)

--- missing_join_condition
SELECT a.n FROM explode(sequence(1, 1000)) AS a(n), sales.claim AS c, sales.region AS r

--- missing_join_condition
SELECT a.n FROM explode(sequence(1, 1)) AS a(n) JOIN sales.claim AS c ON c.score = a.n JOIN sales.claim AS d ON d.score = a.n

--- missing_join_condition
WITH d AS (SELECT n FROM explode(sequence(1, 1000)) AS t(n)) SELECT a.n FROM d AS a, d AS b

--- missing_join_condition
WITH d AS (SELECT n FROM explode(sequence(1, 1000)) AS t(n)), e AS (SELECT a.n FROM d AS a JOIN d AS b ON a.n = b.n), f AS (SELECT x.n FROM e AS x, e AS y) SELECT COUNT(*) FROM f

--- too_large
WITH d0 AS (SELECT n FROM explode(sequence(1, 1500)) AS t(n)), d1 AS (SELECT n FROM d0 UNION ALL SELECT n FROM d0), d2 AS (SELECT n FROM d1 UNION ALL SELECT n FROM d1), d3 AS (SELECT n FROM d2 UNION ALL SELECT n FROM d2), d4 AS (SELECT n FROM d3 UNION ALL SELECT n FROM d3), d5 AS (SELECT n FROM d4 UNION ALL SELECT n FROM d4), d6 AS (SELECT n FROM d5 UNION ALL SELECT n FROM d5), d7 AS (SELECT n FROM d6 UNION ALL SELECT n FROM d6) SELECT COUNT(*) AS n FROM d7

--- unknown_column
SELECT t FROM explode(sequence(1, 5)) AS t(n)

--- unknown_column
SELECT t.m FROM explode(sequence(1, 5)) AS t(n)

--- unknown_table
SELECT n.customer_email FROM explode(sequence(1, 5)) AS t(n)

--- unknown_column
WITH claim AS (SELECT n FROM explode(sequence(1, 5)) AS t(n)) SELECT customer_email FROM claim

--- too_large
SELECT STRING_AGG(CAST(t.n AS VARCHAR), ',') OVER () FROM explode(sequence(1, 5)) AS t(n)

--- forbidden_function
SELECT * FROM sequence(1, 5) AS t(n)

--- forbidden_function
SELECT sequence(1, 5) AS n

--- unknown_function
SELECT * FROM range(0, 5) AS t(n)

--- forbidden_function
SELECT * FROM generate_series(1, 5) AS t(n)

--- row_bound
SELECT * FROM explode(generate_series(1, 1501)) AS t(n)

--- forbidden_function
SELECT * FROM explode_outer(sequence(1, 5)) AS t(n)

--- forbidden_function
SELECT * FROM posexplode(sequence(1, 5)) AS t(p, n)

--- forbidden_function
SELECT * FROM inline(sequence(1, 5)) AS t(n)

--- forbidden_function
SELECT * FROM stack(2, 1, 2) AS t(n)

--- forbidden_function
SELECT * FROM explode(explode(sequence(1, 5))) AS t(n)

--- forbidden_function
SELECT * FROM explode(COLLECT_LIST(1)) AS t(n)

--- forbidden_function
SELECT explode(COLLECT_LIST(status)) AS n FROM sales.claim

--- forbidden_function
SELECT c.claim_id, explode(sequence(1, 5)) AS n FROM sales.claim AS c

--- forbidden_function
SELECT explode(sequence(1, 5)) AS n FROM sales.claim

--- forbidden_node
SELECT explode(sequence(1, 5, 1, TRUE)) AS n

--- row_bound
SELECT * FROM explode(sequence(1501, 1)) AS t(n)

--- row_bound
SELECT * FROM explode(sequence(DATE'2024-01-01', DATE'2029-01-01')) AS t(day)

--- row_bound
SELECT * FROM explode(sequence(DATE'2029-01-01', DATE'2024-01-01')) AS t(day)

--- forbidden_function
SELECT ARRAY_JOIN(sequence(1, 5), ',') AS n

--- forbidden_function
SELECT SIZE(sequence(1, 5)) AS n

--- row_bound
SELECT * FROM explode(sequence(to_date('01.02.2024', 'dd.MM.yyyy'), current_date())) AS t(day)

--- unknown_column
SELECT * FROM explode(sequence(date_sub(current_date(), score), current_date())) AS t(day)

--- forbidden_function
SELECT * FROM lake.sales.explode(sequence(1, 5)) AS t(n)

--- too_large
WITH d0 AS (SELECT v.n FROM (VALUES (1), (2), (3)) AS v(n)), d1 AS (SELECT n FROM d0 UNION ALL SELECT n FROM d0), d2 AS (SELECT n FROM d1 UNION ALL SELECT n FROM d1), d3 AS (SELECT n FROM d2 UNION ALL SELECT n FROM d2), d4 AS (SELECT n FROM d3 UNION ALL SELECT n FROM d3), d5 AS (SELECT n FROM d4 UNION ALL SELECT n FROM d4), d6 AS (SELECT n FROM d5 UNION ALL SELECT n FROM d5), d7 AS (SELECT n FROM d6 UNION ALL SELECT n FROM d6) SELECT COUNT(*) AS n FROM d7

--- row_bound
SELECT t.day FROM explode(sequence(DATE'2024-02-01', DATE'2024-01-01', INTERVAL '-1' DAY)) AS t(day)

--- parse_error
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
SELECT COUNT(*) FROM sales.claim AS a CROSS JOIN sales.claim AS b LEFT ANTI JOIN sales.region AS c ON a.region_id = c.region_id AND a.claim_id = b.claim_id

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT c.claim_id FROM (SELECT claim_id FROM sales.claim LIMIT 1000000) AS c LEFT ANTI JOIN z ON z.claim_id = c.claim_id) SELECT COUNT(*) FROM a AS a1, a AS a2

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT c.claim_id FROM (SELECT claim_id FROM sales.claim LIMIT 1000000) AS c LEFT JOIN z ON z.claim_id = c.claim_id) SELECT COUNT(*) FROM a AS a1, a AS a2

--- missing_join_condition
WITH z AS (SELECT claim_id FROM sales.claim LIMIT 0), a AS (SELECT s.n FROM z RIGHT JOIN explode(sequence(1, 1500)) AS s(n) ON z.claim_id = s.n) SELECT COUNT(*) FROM a AS a1, a AS a2

--- missing_join_condition
WITH v AS (SELECT n FROM explode(sequence(1, 1)) AS s(n)), w AS (SELECT a.n FROM v AS a FULL JOIN v AS b ON a.n = b.n + 1) SELECT COUNT(*) FROM w AS w0, w AS w1, w AS w2, w AS w3, w AS w4, w AS w5, w AS w6, w AS w7, w AS w8, w AS w9, w AS w10

--- missing_join_condition
WITH g AS (SELECT COUNT(*) AS n FROM sales.claim GROUP BY GROUPING SETS ((), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), ())) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
WITH g AS (SELECT COUNT(*) AS n FROM (SELECT claim_id FROM sales.claim LIMIT 40) AS c GROUP BY GROUPING SETS ((), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), (), ())) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
WITH g AS (SELECT s.n, COUNT(*) AS k FROM explode(sequence(1, 40)) AS s(n) GROUP BY CUBE (s.n, s.n, s.n)) SELECT COUNT(*) FROM g AS a, g AS b

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id, MIN(o.claim_id) AS m FROM sales.claim AS t) AS a, (SELECT t.claim_id, MIN(o.claim_id) AS m FROM sales.claim AS t) AS b) AS n FROM sales.claim AS o

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id FROM sales.claim AS t WHERE t.claim_id >= MIN(o.claim_id)) AS a, (SELECT t.claim_id FROM sales.claim AS t WHERE t.claim_id >= MIN(o.claim_id)) AS b) AS n FROM sales.claim AS o

--- missing_join_condition
SELECT SUM(o.cost) AS s, (SELECT COUNT(*) FROM (SELECT t.claim_id FROM sales.claim AS t ORDER BY MIN(o.claim_id)) AS a, (SELECT t.claim_id FROM sales.claim AS t ORDER BY MIN(o.claim_id)) AS b) AS n FROM sales.claim AS o

--- too_large
SELECT COUNT(*) FROM explode(sequence(1, 1500)) AS a(n) JOIN explode(sequence(1, 1500)) AS b(n) ON a.n <= b.n JOIN explode(sequence(1, 1500)) AS c(n) ON b.n <= c.n

--- too_large
SELECT COUNT(*) FROM explode(sequence(1, 1500)) AS a(n) JOIN explode(sequence(1, 1500)) AS b(n) ON SIGN(a.n) = SIGN(b.n) LEFT JOIN explode(sequence(1, 1500)) AS c(n) ON SIGN(b.n) = SIGN(c.n)

--- too_large
SELECT COUNT(*) FROM sales.claim AS o JOIN explode(sequence(1, 1500)) AS a(n) ON o.score <= a.n JOIN explode(sequence(1, 1500)) AS b(n) ON o.score <= b.n JOIN explode(sequence(1, 1500)) AS c(n) ON o.score <= c.n

--- too_large
WITH a AS (SELECT n FROM explode(sequence(1, 1500)) AS s(n)), b AS (SELECT x.n FROM a AS x JOIN a AS y ON x.n <= y.n) SELECT COUNT(*) FROM b AS x JOIN b AS y ON x.n <= y.n

--- too_large
WITH a AS (SELECT n FROM explode(sequence(1, 1500)) AS s(n) UNION ALL SELECT score FROM sales.claim) SELECT COUNT(*) FROM a AS x JOIN a AS y ON x.n <= y.n JOIN a AS z ON y.n <= z.n

--- too_large
SELECT COUNT(*) FROM explode(sequence(1, 1500)) AS a(n) WHERE EXISTS (SELECT 1 FROM explode(sequence(1, 1500)) AS b(n) WHERE b.n > a.n AND EXISTS (SELECT 1 FROM explode(sequence(1, 1500)) AS c(n) WHERE c.n > a.n + b.n))

--- too_large
SELECT a.n, (SELECT COUNT(*) FROM explode(sequence(1, 1500)) AS b(n) JOIN explode(sequence(1, 1500)) AS c(n) ON b.n <= c.n WHERE b.n <= a.n) AS k FROM explode(sequence(1, 1500)) AS a(n)

--- forbidden_function
SELECT CAST(explode(sequence(1, 5)) AS STRING) AS n

--- forbidden_function
SELECT explode(sequence(DATE'2024-01-01', DATE'2024-01-05'))::timestamp AS d

--- too_large
SELECT LENGTH(LISTAGG(CAST(a.n AS VARCHAR(9)), '')) AS n FROM explode(sequence(1, 1500)) AS a(n) JOIN explode(sequence(1, 1500)) AS b(n) ON a.n <= b.n

--- too_large
WITH a AS (SELECT n FROM explode(sequence(1, 1500)) AS s(n)), b AS (SELECT x.n FROM a AS x JOIN a AS y ON x.n <= y.n) SELECT COLLECT_LIST(n) AS l FROM b

--- too_large
SELECT a.n, (SELECT COLLECT_LIST(b.n) FROM explode(sequence(1, 1500)) AS b(n) WHERE b.n > a.n) AS l FROM explode(sequence(1, 1500)) AS a(n)

--- too_large
SELECT a.n, (SELECT MAX(v.k) FROM (VALUES ((SELECT COUNT(*) FROM explode(sequence(1, 1500)) AS b(n) JOIN explode(sequence(1, 1500)) AS c(n) ON b.n <= c.n WHERE b.n <= a.n))) AS v(k)) AS k FROM explode(sequence(1, 1500)) AS a(n)

--- unknown_column
SELECT c[1] FROM sales.claim AS c

--- unknown_column
SELECT (c)[1] FROM sales.claim AS c

--- forbidden_literal
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

--- forbidden_character
SELECT (ARRAY_AGG(status))["customer_email"] FROM sales.claim AS c

--- restricted_column
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

--- forbidden_node
SELECT ARRAY[1][1] FROM sales.claim AS c

--- parse_error
SELECT CAST(status AS INT[1]) FROM sales.claim AS c

--- forbidden_node
SELECT status::INT[1] FROM sales.claim AS c

--- forbidden_character
SELECT CAST('{1}' AS INT[])[1] FROM sales.claim AS c

--- forbidden_character
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

--- parse_error
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

--- forbidden_function
SELECT c -> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT c ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT (c) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT claim ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT to_json(c) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT to_json(c)->>'email' FROM sales.claim AS c

--- forbidden_character
SELECT row_to_json(c) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_function
SELECT to_jsonb(c) -> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT CAST(c AS JSON) ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT c::json ->> 'customer_email' FROM sales.claim AS c

--- forbidden_character
SELECT c::text::json ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT customer_email ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT customer_email::json ->> 'a' FROM sales.claim AS c

--- forbidden_function
SELECT (customer_email)::json -> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT c.customer_email ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ->> customer_email FROM sales.claim AS c

--- forbidden_node
SELECT status -> customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> (SELECT 'a') FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a'::text FROM sales.claim AS c

--- forbidden_character
SELECT status ->> 'a' || customer_email FROM sales.claim AS c

--- forbidden_character
SELECT status ->> ('a') FROM sales.claim AS c

--- forbidden_character
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

--- forbidden_character
SELECT status ->> 'a' 'b' FROM sales.claim AS c

--- forbidden_character
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

--- forbidden_character
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

--- forbidden_character
SELECT 'x' || status ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT channel || status ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT 1 + status ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT - status ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ~ channel ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT '{"a": 1}' ->> 'a' FROM sales.claim AS c

--- forbidden_function
SELECT '{"a": 1}' -> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT ('{}') ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT ARRAY_AGG(c) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT JSON_AGG(c) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT (SELECT c) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT (SELECT customer_email) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT (SELECT secret_text FROM sales.vault) ->> 'a' FROM sales.claim AS c

--- forbidden_character
SELECT x -> x ->> 'a' FROM sales.claim AS c

--- unknown_function
SELECT f(x -> 'a') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(c -> 'a', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(customer_email -> 'a', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(x -> 'a', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(status -> channel, 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE(status -> 'a' || 'x', 'b') FROM sales.claim AS c

--- forbidden_node
SELECT COALESCE((status, channel) -> 'a', 'b') FROM sales.claim AS c

--- unknown_function
SELECT LIST_FILTER(LIST(status), status -> 'a') FROM sales.claim AS c

--- unknown_function
SELECT LIST_TRANSFORM(LIST(status), v -> customer_email) FROM sales.claim AS c

--- ambiguous_column
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

--- forbidden_character
SELECT status @> '{}' FROM sales.claim AS c

--- forbidden_character
SELECT status ? 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status ?| 'a' FROM sales.claim AS c

--- forbidden_character
SELECT status @? '$.a' FROM sales.claim AS c

--- forbidden_character
SELECT status @@ '$.a' FROM sales.claim AS c

--- forbidden_character
SELECT status <@ '{}' FROM sales.claim AS c

--- forbidden_character
SELECT status #>> '{a,b' || '}' FROM sales.claim AS c

--- forbidden_character
SELECT status->>'a'->>'b' ->> customer_email FROM sales.claim AS c

--- forbidden_function
SELECT JSON_EXTRACT(c, '$.customer_email') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, customer_email) FROM sales.claim AS c

--- forbidden_function
SELECT JSON_EXTRACT(status, '$.*') FROM sales.claim AS c

--- forbidden_node
SELECT JSON_EXTRACT(status, '$.a', '$.b') FROM sales.claim AS c

--- forbidden_function
SELECT JSON_EXTRACT(status, 'a.b') FROM sales.claim AS c

--- unknown_function
SELECT JSON_EXTRACT_STRING(customer_email, '$.a') FROM sales.claim AS c

--- forbidden_function
SELECT JSON_EXTRACT(*, '$.a') FROM sales.claim AS c

--- parse_error
SELECT JSON_EXTRACT(status) FROM sales.claim AS c

--- unknown_function
SELECT JSON_EXTRACT_PATH(c, 'customer_email') FROM sales.claim AS c

--- unknown_function
SELECT JSON_EXTRACT_PATH(CAST(customer_email AS JSON), 'a') FROM sales.claim AS c

--- forbidden_function
SELECT JSON_TABLE(status, '$.a') FROM sales.claim AS c

--- forbidden_function
SELECT FROM_JSON(status, 'a INT') FROM sales.claim AS c

--- restricted_column
SELECT GET_JSON_OBJECT(customer_email, '$.a') FROM sales.claim AS c

--- forbidden_node
SELECT GET_JSON_OBJECT(status, '$.*') FROM sales.claim AS c

--- forbidden_node
SELECT GET_JSON_OBJECT(status, customer_email) FROM sales.claim AS c

--- unknown_column
SELECT GET_JSON_OBJECT(c, '$.a') FROM sales.claim AS c

--- unknown_column
SELECT c:customer_email FROM sales.claim AS c

--- restricted_column
SELECT customer_email:a FROM sales.claim AS c

--- forbidden_character
SELECT status:`a` FROM sales.claim AS c

--- forbidden_character
SELECT status:a[*] FROM sales.claim AS c

--- forbidden_character
SELECT status:* FROM sales.claim AS c

--- forbidden_character
SELECT status.a ->> 'b' FROM sales.claim AS c

--- forbidden_character
SELECT (status ->> 'a').b FROM sales.claim AS c

--- forbidden_node
SELECT status -> 'a' INTO x FROM sales.claim AS c

--- forbidden_character
SELECT status ->> FROM sales.claim AS c

--- forbidden_character
SELECT ->> 'a' FROM sales.claim AS c

--- forbidden_character
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

--- forbidden_literal
SELECT ARRAY_SLICE(LIST(status), (SELECT 1), 2) FROM sales.claim AS c

--- unknown_column
SELECT ELEMENT_AT(c, 'customer_email') FROM sales.claim AS c

--- unknown_column
SELECT ELEMENT_AT(c, 1) FROM sales.claim AS c

--- forbidden_node
SELECT ELEMENT_AT(COLLECT_LIST(status), 'a') FROM sales.claim AS c

--- restricted_column
SELECT ELEMENT_AT(COLLECT_LIST(customer_email), 1) FROM sales.claim AS c

--- forbidden_literal
SELECT GET(COLLECT_LIST(status), score) FROM sales.claim AS c

--- unknown_column
SELECT GET(c, 0) FROM sales.claim AS c

--- restricted_column
SELECT GET(COLLECT_LIST(customer_email), 0) FROM sales.claim AS c

--- forbidden_literal
SELECT SLICE(COLLECT_LIST(status), score, 2) FROM sales.claim AS c

--- forbidden_literal
SELECT SLICE(COLLECT_LIST(status), 1, score) FROM sales.claim AS c

--- unknown_column
SELECT SLICE(c, 1, 2) FROM sales.claim AS c

--- restricted_column
SELECT SPLIT(customer_email, '@') FROM sales.claim AS c

--- forbidden_literal
SELECT SPLIT(status, '(a*)*') FROM sales.claim AS c

--- forbidden_literal
SELECT SPLIT(status, '(a+)+b') FROM sales.claim AS c

--- forbidden_literal
SELECT SPLIT(status, channel) FROM sales.claim AS c

--- forbidden_literal
SELECT SPLIT(status, '_', score) FROM sales.claim AS c

--- forbidden_literal
SELECT SPLIT(status, '_', -1) FROM sales.claim AS c

--- unknown_function
SELECT STRING_SPLIT(customer_email, '@')[1] FROM sales.claim AS c

--- forbidden_function
SELECT STRING_TO_ARRAY(customer_email, '@') FROM sales.claim AS c

--- forbidden_function
SELECT (STRING_TO_ARRAY(customer_email, '@'))[1] FROM sales.claim AS c

--- forbidden_function
SELECT STRING_TO_ARRAY(c, ',') FROM sales.claim AS c

--- forbidden_function
SELECT STRING_TO_ARRAY(c::text, ',') FROM sales.claim AS c

--- unknown_function
SELECT REGEXP_MATCH(customer_email, 'a') FROM sales.claim AS c

--- restricted_column
SELECT REGEXP_SUBSTR(customer_email, 'a') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_COUNT(status, '(a*)*') FROM sales.claim AS c

--- forbidden_literal
SELECT REGEXP_COUNT(status, channel) FROM sales.claim AS c

--- forbidden_function
SELECT UNNEST(STRING_TO_ARRAY(status, '_')) FROM sales.claim AS c

--- unknown_function
SELECT LIST_SUM(customer_email) FROM sales.claim AS c

--- unknown_function
SELECT LIST_MAX(c) FROM sales.claim AS c

--- restricted_column
SELECT ARRAY_MAX(customer_email) FROM sales.claim AS c

--- restricted_column
SELECT SUBSTRING_INDEX(customer_email, '@', 1) FROM sales.claim AS c

--- forbidden_function
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

--- forbidden_function
SELECT t.x FROM sales.claim AS c, LATERAL unnest(ARRAY[1]) AS t(x)

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

--- restricted_column
SELECT t.x FROM sales.claim AS c LATERAL VIEW explode(split(customer_email, '@')) t AS x

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

--- parse_error
SELECT t.x FROM sales.claim AS c, LATERAL (TABLE sales.vault) AS t(x)

--- too_large
SELECT ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(ARRAY_JOIN(SPLIT(status, ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________'), ''), '__________________') FROM sales.claim

--- too_deep
SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((status)[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1])[1] FROM sales.claim

--- forbidden_node
SELECT COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(status -> 'a')))))))))))))))))))))))))))))) FROM sales.claim

--- forbidden_node
SELECT COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE(COALESCE((status -> 'a') -> 'b', status -> 'c')))))))))))))))))))))))))))))))))))))) FROM sales.claim

--- too_deep
SELECT LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (LATERAL (

--- missing_join_condition
SELECT 1 FROM sales.claim, LATERAL (SELECT 1 AS a FROM sales.region AS r0 LIMIT 2000) AS t0, LATERAL (SELECT 1 AS a FROM sales.region AS r1 LIMIT 2000) AS t1

--- forbidden_node
SELECT ARRAY[1]

--- forbidden_node
SELECT [1]

--- forbidden_node
SELECT ARRAY(ARRAY(1))

--- restricted_column
SELECT ARRAY(customer_email) FROM sales.claim

--- forbidden_node
SELECT ARRAY((SELECT secret_text FROM sales.vault))

--- forbidden_node
SELECT ARRAY((1, 2))

--- forbidden_node
SELECT ARRAY(*) FROM sales.claim

--- forbidden_node
SELECT PERCENTILE(ARRAY(1, 2), 0.4) FROM sales.claim

--- forbidden_node
SELECT COUNT(*) FROM sales.claim WHERE status = ANY (ARRAY('open', 'closed'))

--- restricted_column
SELECT ARRAY_CONTAINS(ARRAY(customer_email), status) FROM sales.claim

--- unknown_function
SELECT ARRAY_REPEAT('a', 1000000)

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE SIZE(ARRAY(a.claim_id)) = SIZE(ARRAY(b.claim_id))

--- missing_join_condition
SELECT a.claim_id FROM sales.claim AS a, sales.claim AS b WHERE ARRAYS_OVERLAP(ARRAY(a.claim_id), ARRAY(1)) = ARRAYS_OVERLAP(ARRAY(b.claim_id), ARRAY(1))

--- restricted_column
SELECT EXPLODE(ARRAY(customer_email)) AS s FROM sales.claim

--- forbidden_function
SELECT claim_id, EXPLODE(ARRAY(1, 2)) AS s FROM sales.claim

--- restricted_column
SELECT t.x FROM sales.claim AS c LATERAL VIEW EXPLODE(ARRAY(c.customer_email)) t AS x

--- forbidden_function
SELECT t.x FROM sales.claim AS c LATERAL VIEW POSEXPLODE(ARRAY(1)) t AS p, x

--- forbidden_node
SELECT t.x FROM sales.claim AS c LATERAL VIEW JSON_TUPLE(c.status, 'a') t AS x

--- unknown_column
SELECT claim_id, STACK(1, 'a', customer_email) AS (k, v) FROM sales.claim

--- unknown_table
SELECT STACK(1, 'a', secret_text) AS (k, v) FROM sales.vault

--- forbidden_node
SELECT *, STACK(1, 'a', score) AS (k, v) FROM sales.claim

--- forbidden_node
SELECT COUNT(*), STACK(1, 'a', score) AS (k, v) FROM sales.claim

--- forbidden_node
SELECT STACK(1, 'a', SUM(score)) AS (k, v) FROM sales.claim

--- forbidden_node
SELECT STACK(3, 'a', score) AS (k, v) FROM sales.claim

--- forbidden_node
SELECT STACK(score, 'a', score) AS (k, v) FROM sales.claim

--- forbidden_function
SELECT STACK(2, 'a', score) FROM sales.claim

--- forbidden_node
SELECT region_id, STACK(1, 'a', 1) AS (k, v) FROM sales.claim GROUP BY region_id

--- forbidden_node
SELECT STACK(1, 'a', 1) AS (k, v), STACK(1, 'a', 1) AS (m, n) FROM sales.claim

--- forbidden_node
SELECT (SELECT STACK(1, c.score) AS (k)) FROM sales.claim AS c

--- forbidden_function
SELECT INLINE(ARRAY(1))

--- forbidden_function
SELECT POSEXPLODE(ARRAY(1, 2))

--- forbidden_function
SELECT EXPLODE_OUTER(ARRAY(1, 2))

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
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19', 'v20', 'v21', 'v22', 'v23', 'v24', 'v25', 'v26', 'v27', 'v28', 'v29', 'v30', 'v31', 'v32', 'v33', 'v34', 'v35', 'v36', 'v37', 'v38', 'v39', 'v40', 'v41', 'v42', 'v43', 'v44', 'v45', 'v46', 'v47', 'v48', 'v49', 'v50', 'v51', 'v52', 'v53', 'v54', 'v55', 'v56', 'v57', 'v58', 'v59', 'v60', 'v61', 'v62', 'v63', 'v64', 'v65', 'v66', 'v67', 'v68', 'v69', 'v70', 'v71', 'v72', 'v73', 'v74', 'v75', 'v76', 'v77', 'v78', 'v79', 'v80', 'v81', 'v82', 'v83', 'v84', 'v85', 'v86', 'v87', 'v88', 'v89', 'v90', 'v91', 'v92', 'v93', 'v94', 'v95', 'v96', 'v97', 'v98', 'v99', 'v100'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) AS a, AVG(cost) AS b FOR status IN ('v0', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10', 'v11', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19', 'v20', 'v21', 'v22', 'v23', 'v24', 'v25', 'v26', 'v27', 'v28', 'v29', 'v30', 'v31', 'v32', 'v33', 'v34', 'v35', 'v36', 'v37', 'v38', 'v39', 'v40', 'v41', 'v42', 'v43', 'v44', 'v45', 'v46', 'v47', 'v48', 'v49', 'v50'))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost + cost) FOR status IN ('a', 'b'))

--- forbidden_node
SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT region_id, status, cost FROM sales.claim) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) ) PIVOT (SUM(cost) FOR status IN ('open' AS cost)) )

--- forbidden_node
SELECT * FROM (SELECT region_id, cost + 0 AS c0, cost + 1 AS c1, cost + 2 AS c2, cost + 3 AS c3, cost + 4 AS c4, cost + 5 AS c5, cost + 6 AS c6, cost + 7 AS c7, cost + 8 AS c8, cost + 9 AS c9, cost + 10 AS c10, cost + 11 AS c11, cost + 12 AS c12, cost + 13 AS c13, cost + 14 AS c14, cost + 15 AS c15, cost + 16 AS c16, cost + 17 AS c17, cost + 18 AS c18, cost + 19 AS c19, cost + 20 AS c20, cost + 21 AS c21, cost + 22 AS c22, cost + 23 AS c23, cost + 24 AS c24 FROM sales.claim) UNPIVOT (v FOR m IN (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (SUM(cost) FOR score IN (-0, 1))

--- too_large
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) PIVOT (SUM(cost) FOR score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10) score IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10))

--- forbidden_node
SELECT * FROM (SELECT region_id, status, score, cost FROM sales.claim) AS s PIVOT (SUM(s.cost) FOR status IN ('open'))

--- forbidden_node
SELECT c.status, r.region_name, x FROM sales.claim AS c LATERAL VIEW EXPLODE(ARRAY(1, 2)) t AS x RIGHT JOIN sales.region AS r ON c.region_id = r.region_id

--- forbidden_node
SELECT claim_id, STACK(2, 'x', score, 'y', region_id) AS (name, value) FROM sales.claim WHERE name = 'x'

--- forbidden_node
SELECT r.region_id FROM sales.region AS r WHERE EXISTS (SELECT STACK(1, 'x', region_id) AS (region_name, v) FROM sales.claim WHERE region_name = 'x')

--- forbidden_node
SELECT STACK(1, 'x', EVERY(is_repeat)) AS (a, v) FROM sales.claim

--- unsupported
SELECT PERCENTILE(cost, 0.5, score) AS x FROM sales.claim

--- unsupported
SELECT PERCENTILE(DISTINCT cost, 0.5, 2) AS x FROM sales.claim

--- unsupported
SELECT DISTINCT ON (score) score FROM sales.claim

--- unsupported
SELECT claim_id FROM sales.claim WHERE score BETWEEN SYMMETRIC 4 AND 2

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

--- forbidden_literal
SELECT DATE_FORMAT(opened_at, 'dd \'day\'') AS x FROM sales.claim

--- forbidden_function
SELECT EXPLODE(status) FROM sales.claim

--- forbidden_function
SELECT t.x FROM sales.claim AS c LATERAL VIEW EXPLODE(c.status) t AS x

--- unknown_column
SELECT t.x FROM sales.visit AS v LATERAL VIEW EXPLODE(v.secrets) t AS x

--- forbidden_function
SELECT t.x FROM sales.visit AS v LATERAL VIEW EXPLODE(v.tags) t AS x, y

--- forbidden_function
SELECT t.x FROM sales.visit AS v LATERAL VIEW POSEXPLODE(v.tags) t AS x

--- forbidden_function
SELECT t.x FROM sales.visit AS v LATERAL VIEW INLINE(v.tags) t AS x

--- forbidden_function
SELECT EXPLODE((SELECT tags FROM sales.visit LIMIT 1))

--- missing_join_condition
SELECT t.x FROM sales.visit AS v, LATERAL EXPLODE(v.tags) AS t(x), sales.claim AS c

--- unknown_column
SELECT t.x FROM sales.region AS r LATERAL VIEW EXPLODE(tags) t AS x

--- forbidden_function
SELECT t.x FROM (SELECT COLLECT_LIST(status) AS tags FROM sales.claim) AS v LATERAL VIEW EXPLODE(v.tags) t AS x

--- forbidden_function
SELECT UPPER(EXPLODE(tags)) FROM sales.visit

--- forbidden_function
SELECT visit_id FROM sales.visit WHERE EXPLODE(tags) = 'a'

--- forbidden_function
SELECT SUM(EXPLODE(readings)) FROM sales.visit

--- forbidden_function
SELECT EXPLODE(CONCAT(tags, tags)) FROM sales.visit

--- forbidden_function
SELECT EXPLODE(FLATTEN(ARRAY(tags, tags))) FROM sales.visit

--- unknown_function
SELECT EXPLODE(ARRAY_REPEAT(1, 1000000000)) FROM sales.visit

--- forbidden_function
SELECT EXPLODE(SPLIT(CONCAT(note, note), ' ')) FROM sales.visit

--- forbidden_function
SELECT EXPLODE(SPLIT(REPEAT(note, 9), ' ')) FROM sales.visit

--- forbidden_function
SELECT EXPLODE(SPLIT('a a a a a', ' ')) AS x

--- forbidden_literal
SELECT EXPLODE(SPLIT(note, customer_email)) FROM sales.claim, sales.visit

--- too_large
SELECT a.x FROM sales.visit AS v LATERAL VIEW EXPLODE(v.tags) a AS x LATERAL VIEW EXPLODE(v.tags) b AS x LATERAL VIEW EXPLODE(v.tags) c AS x LATERAL VIEW EXPLODE(v.tags) d AS x LATERAL VIEW EXPLODE(v.tags) e AS x

--- too_large
SELECT CONCAT_WS(',', COLLECT_LIST(a.x)) FROM sales.visit AS v LATERAL VIEW EXPLODE(v.tags) a AS x LATERAL VIEW EXPLODE(v.tags) b AS x LATERAL VIEW EXPLODE(v.tags) c AS x

--- forbidden_function
SELECT POSEXPLODE(SEQUENCE(1, 5)) AS (p, x)

--- forbidden_function
SELECT EXPLODE_OUTER(SEQUENCE(1, 1000000000)) AS x

--- forbidden_node
SELECT v.visit_id, t.tag FROM sales.visit AS v RIGHT JOIN sales.region AS r ON r.region_id = v.region_id LATERAL VIEW EXPLODE(v.tags) t AS tag

--- unknown_table
SELECT t.x FROM sales.vault AS v LATERAL VIEW EXPLODE(v.tags) t AS x

--- unknown_column
SELECT EXPLODE(c) FROM sales.claim AS c

--- forbidden_node
SELECT v.visit_id FROM sales.visit AS v LATERAL VIEW JSON_TUPLE(v.note, 'a') t AS a

--- ambiguous_column
SELECT TRANSFORM(tags, note -> UPPER(note)) FROM sales.visit

--- ambiguous_column
SELECT TRANSFORM(tags, v -> UPPER(v)) FROM sales.visit AS v

--- ambiguous_column
SELECT FILTER(v.tags, region_id -> region_id = 'a') FROM sales.visit AS v

--- ambiguous_column
SELECT FILTER(status, customer_email -> customer_email = 'a') FROM sales.claim

--- ambiguous_column
SELECT claim_id FROM sales.claim AS c WHERE EXISTS (SELECT 1 FROM sales.visit AS v WHERE EXISTS(v.tags, status -> status = 'a'))

--- unknown_column
SELECT FILTER(tags, t -> t = customer_email) FROM sales.visit

--- forbidden_node
SELECT FILTER(tags, t -> t IN (SELECT secret_text FROM sales.vault)) FROM sales.visit

--- forbidden_node
SELECT FILTER(tags, t -> EXISTS (SELECT 1 FROM sales.vault)) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(tags, t -> (SELECT MAX(secret_text) FROM sales.vault)) FROM sales.visit

--- too_large
SELECT TRANSFORM(tags, t -> CONCAT(t, note)) FROM sales.visit

--- too_large
SELECT TRANSFORM(tags, t -> note) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(tags, t -> TRANSFORM(tags, u -> u)) FROM sales.visit

--- too_large
SELECT TRANSFORM(tags, t -> tags) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(tags, t -> COUNT(t)) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(tags, t -> ROW_NUMBER() OVER (ORDER BY t)) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(tags, t -> EXPLODE(t)) FROM sales.visit

--- too_large
SELECT AGGREGATE(tags, '', (acc, t) -> CONCAT(acc, acc, t)) FROM sales.visit

--- too_large
SELECT AGGREGATE(tags, '', (acc, t) -> acc || acc) FROM sales.visit

--- too_large
SELECT AGGREGATE(tags, ARRAY(1), (acc, t) -> ARRAY_UNION(acc, acc)) FROM sales.visit

--- too_large
SELECT AGGREGATE(tags, ARRAY(1), (acc, t) -> REPEAT(acc, 10)) FROM sales.visit

--- too_large
SELECT AGGREGATE(tags, '', (acc, t) -> REPLACE(acc, 'a', 'aaaa')) FROM sales.visit

--- too_large
SELECT AGGREGATE(readings, 0, (acc, x) -> acc + x, acc -> CONCAT(acc, acc)) FROM sales.visit

--- too_large
SELECT AGGREGATE(readings, 0, (acc, x) -> CAST(acc AS STRING)) FROM sales.visit

--- forbidden_node
SELECT AGGREGATE(readings, 0, acc -> acc) FROM sales.visit

--- forbidden_node
SELECT FILTER(tags, (a, b, c) -> TRUE) FROM sales.visit

--- forbidden_node
SELECT FILTER(tags, (a, a) -> TRUE) FROM sales.visit

--- parse_error
SELECT FILTER(tags, () -> TRUE) FROM sales.visit

--- unknown_column
SELECT FILTER(tags, t -> u = 1) FROM sales.visit

--- forbidden_node
SELECT t -> t FROM sales.visit

--- forbidden_node
SELECT UPPER(t -> t) FROM sales.visit

--- forbidden_node
SELECT COALESCE(t -> t, 'a') FROM sales.visit

--- forbidden_node
SELECT FORALL(t -> t, tags) FROM sales.visit

--- forbidden_node
SELECT FORALL(tags) FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(status, note) USING 'cat' FROM sales.visit

--- forbidden_node
SELECT TRANSFORM(status) USING 'python evil.py' AS (x STRING) FROM sales.claim

--- forbidden_node
SELECT TRANSFORM(tags, 'upper') FROM sales.visit

--- missing_join_condition
SELECT v.visit_id FROM sales.visit AS v JOIN sales.claim AS c ON EXISTS(v.tags, t -> t = c.status)

--- missing_join_condition
SELECT v.visit_id FROM sales.visit AS v JOIN sales.claim AS c ON EXISTS(v.tags, t -> t = 'a') = EXISTS(ARRAY(c.status), t -> t = 'a')

--- too_large
SELECT TRANSFORM(COLLECT_LIST(status), t -> CONCAT(t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t)) FROM sales.claim

--- forbidden_node
SELECT tags['a'] FROM sales.visit

--- forbidden_node
SELECT note['a'] FROM sales.visit

--- forbidden_node
SELECT tags[0].x FROM sales.visit

--- forbidden_node
SELECT visit_id FROM sales.visit WHERE 'a' IN tags

--- forbidden_literal
SELECT PARSE_URL(status, 'QUERY', '.*') FROM sales.claim

--- forbidden_literal
SELECT PARSE_URL(status, channel) FROM sales.claim

--- forbidden_literal
SELECT VARIANT_GET(status, '$.a', 'array<string>') FROM sales.claim

--- forbidden_literal
SELECT VARIANT_GET(status, channel, 'string') FROM sales.claim

--- too_large
SELECT HISTOGRAM_NUMERIC(score, 1000000) FROM sales.claim

--- forbidden_literal
SELECT REGEXP_EXTRACT_ALL(status, '(a+)+', 0) FROM sales.claim

--- unknown_column
SELECT ARRAY_UNION(ARRAY_UNION(ARRAY_UNION(ARRAY_UNION(tags, tags), ARRAY_UNION(tags, tags)), tags), customer_email) FROM sales.visit

--- too_large
SELECT TRANSFORM(readings, x -> LPAD('a', 255, 'b')) FROM sales.visit

--- too_large
SELECT TRANSFORM(readings, x -> 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') FROM sales.visit

--- forbidden_literal
SELECT /*+ BROADCAST('r') */ status FROM sales.claim

--- forbidden_literal
SELECT /*+ BROADCAST(r) -- */ customer_email FROM sales.claim

--- unknown_table
SELECT /*+ a */ /*+ b */ secret_text FROM sales.vault

--- unknown_table
SELECT status /*+ BROADCAST(r) */ FROM sales.vault

--- restricted_column
SELECT /*+ BROADCAST(r) */ customer_email FROM sales.claim

--- forbidden_literal
SELECT /*! status */ status FROM sales.claim

--- unknown_table
SELECT /*+ (SELECT MAX(secret_text) FROM sales.vault) */ secret_text FROM sales.vault

--- forbidden_node
SELECT c.claim_id FROM sales.claim AS c ASOF JOIN sales.visit AS v ON c.region_id >= v.region_id

--- too_large
SELECT LENGTH(CONCAT_WS('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', SPLIT(CONCAT_WS('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', SPLIT(CONCAT_WS('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', SPLIT(CONCAT_WS('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', SPLIT(note, '')), '')), '')), ''))) FROM sales.visit

--- too_large
SELECT LENGTH(ARRAY_JOIN(TRANSFORM(SPLIT(ARRAY_JOIN(TRANSFORM(SPLIT(note, ''), c -> SHA2(c, 512)), ''), ''), c -> SHA2(c, 512)), '')) FROM sales.visit

--- too_large
SELECT EXISTS(SPLIT(REPLACE(REPLACE(REPLACE(note, 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), ''), t -> t = 'b') FROM sales.visit

--- too_large
SELECT FILTER(tags, t -> LENGTH(REPLACE(REPLACE(REPLACE(t, 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')) > 3) FROM sales.visit

--- unknown_function
SELECT STRPOS(status, 'a') FROM sales.claim

--- unknown_function
SELECT WEEK(opened_on) FROM sales.claim

--- unsupported
SELECT COLLECT_LIST(score, 1) FROM sales.claim

--- forbidden_type
SELECT HOUR(TIME'10:00:00') FROM sales.claim

--- row_bound
SELECT d.day FROM EXPLODE(SEQUENCE(DATE '0001-01-01', (SELECT MAX(opened_on) FROM claim), INTERVAL 1 DAY)) AS d(day)

--- row_bound
SELECT d.day FROM EXPLODE(SEQUENCE((SELECT MIN(claim_id) FROM claim), (SELECT MAX(claim_id) FROM claim))) AS d(day)

--- row_bound
SELECT EXPLODE(SEQUENCE(MIN(claim_id), MAX(claim_id))) AS n FROM claim

--- row_bound
SELECT EXPLODE(SEQUENCE(MIN(opened_on), MAX(opened_on), INTERVAL 1 HOUR)) AS n FROM claim

--- row_bound
SELECT EXPLODE(SEQUENCE(opened_on, CURRENT_DATE(), INTERVAL 1 DAY)) AS day FROM claim

--- forbidden_function
SELECT claim_id, EXPLODE(SEQUENCE(opened_on, CURRENT_DATE(), INTERVAL 1 DAY)) AS day FROM claim

--- forbidden_function
SELECT EXPLODE(SEQUENCE(MIN(opened_on), MAX(opened_on), INTERVAL 1 DAY)) AS day FROM claim GROUP BY region_id

--- row_bound
SELECT t.day FROM claim c LATERAL VIEW EXPLODE(SEQUENCE(c.opened_on, CURRENT_DATE(), INTERVAL 1 DAY)) t AS day

--- row_bound
SELECT t.day FROM claim c CROSS JOIN LATERAL EXPLODE(SEQUENCE(c.opened_on, CURRENT_DATE(), INTERVAL 1 DAY)) AS t(day)

--- missing_join_condition
SELECT t.day FROM claim c JOIN LATERAL EXPLODE(SEQUENCE((SELECT MIN(opened_on) FROM claim), CURRENT_DATE(), INTERVAL 1 DAY)) AS t(day)

--- missing_join_condition
SELECT t.n FROM claim c LATERAL VIEW EXPLODE(SEQUENCE(1, 1000)) t AS n LATERAL VIEW EXPLODE(SEQUENCE(1, 1000)) u AS m

--- row_bound
SELECT t.day FROM claim c LATERAL VIEW EXPLODE(SEQUENCE(1, claim_id)) t AS day

--- forbidden_function
SELECT t.day FROM claim c LATERAL VIEW POSEXPLODE(SEQUENCE(DATE '2024-01-01', DATE '2024-01-31', INTERVAL 1 DAY)) t AS n, day

--- restricted_column
SELECT t.day FROM EXPLODE(SEQUENCE((SELECT MIN(customer_email) FROM claim), CURRENT_DATE(), INTERVAL 1 DAY)) AS t(day)

--- row_bound
SELECT opened_on AS lo, (SELECT COUNT(*) FROM EXPLODE(SEQUENCE((SELECT MIN(lo) FROM region), CURRENT_DATE(), INTERVAL 1 DAY)) AS d(day)) AS n FROM claim

--- row_bound
SELECT t.day FROM EXPLODE(SEQUENCE(DATEADD(YEAR, -150, (SELECT MIN(opened_on) FROM claim)), CURRENT_DATE(), INTERVAL 1 DAY)) AS t(day)

--- row_bound
SELECT t.at FROM EXPLODE(SEQUENCE(CURRENT_TIMESTAMP() - INTERVAL 100 DAYS, CURRENT_TIMESTAMP(), INTERVAL 1 HOUR)) AS t(at)

--- forbidden_unit
SELECT opened_on + INTERVAL '1 month - 1 day' FROM claim

--- forbidden_node
SELECT status, channel, COUNT(*) FROM claim GROUP BY status, channel GROUPING SETS ((status))

--- forbidden_node
SELECT channel, status, GROUPING_ID(channel, status), COUNT(*) FROM claim GROUP BY channel, status GROUPING SETS ((status), (channel))

--- restricted_column
SELECT status, customer_email, COUNT(*) FROM claim GROUP BY status, customer_email GROUPING SETS ((status), (customer_email))

--- forbidden_node
SELECT status, COUNT(*) FROM claim GROUP BY status + 1 GROUPING SETS ((status + 1))

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (WITH b AS (SELECT c.opened_on AS lo) SELECT EXPLODE(SEQUENCE(b.lo, CURRENT_DATE(), INTERVAL 1 DAY)) AS day FROM b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT EXPLODE(SEQUENCE(b.lo, CURRENT_DATE(), INTERVAL 1 DAY)) AS day FROM (SELECT c.opened_on AS lo) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT c.claim_id FROM claim c, LATERAL (SELECT EXPLODE(SEQUENCE(b.lo, CURRENT_DATE(), INTERVAL 1 DAY)) AS day FROM (SELECT MIN(x.opened_on) AS lo FROM claim x WHERE x.claim_id = c.claim_id) AS b) AS x WHERE x.day = c.opened_on

--- row_bound
SELECT (SELECT COUNT(*) FROM (SELECT c.opened_on AS lo) AS b CROSS JOIN LATERAL EXPLODE(SEQUENCE(b.lo, CURRENT_DATE(), INTERVAL 1 DAY)) AS d(day)) AS n FROM claim c

--- row_bound
SELECT d.day FROM claim c CROSS JOIN LATERAL EXPLODE(SEQUENCE((WITH b AS (SELECT c.opened_on AS lo) SELECT lo FROM b), CURRENT_DATE(), INTERVAL 1 DAY)) AS d(day) WHERE d.day = c.opened_on

--- forbidden_literal
SELECT GET_JSON_OBJECT(status, 'a') AS a FROM sales.claim

--- forbidden_literal
SELECT GET_JSON_OBJECT(status, '$["a"]') AS a FROM sales.claim

--- forbidden_literal
SELECT GET_JSON_OBJECT(status, '$.a:b') AS a FROM sales.claim

--- forbidden_literal
SELECT GET_JSON_OBJECT(status, '$. a') AS a FROM sales.claim

--- forbidden_literal
SELECT DATE_FORMAT(opened_on, '') AS d FROM sales.claim

--- forbidden_unit
SELECT TRUNC(opened_on, 'Q') AS q FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('Q', opened_at) AS q FROM sales.claim

--- forbidden_unit
SELECT DATEDIFF(D, opened_at, closed_at) AS days FROM sales.claim

--- missing_join_condition
SELECT v.visit_id, e.tag FROM sales.visit AS v LEFT JOIN LATERAL EXPLODE(v.tags) AS e(tag)

--- missing_join_condition
SELECT r.region_name, x.n FROM sales.region AS r LEFT JOIN (SELECT COUNT(*) AS n FROM sales.claim) AS x

--- missing_join_condition
SELECT v.visit_id FROM sales.visit v FULL JOIN (SELECT COUNT(*) AS n FROM sales.claim) u

--- missing_join_condition
SELECT v.visit_id, u.tag FROM sales.visit v LEFT JOIN LATERAL explode(v.tags) AS u(tag)

--- unsupported
SELECT IF(score = 1, 2) AS x FROM sales.claim

--- forbidden_node
SELECT UPPER(status) FILTER (WHERE score = 1) AS x FROM sales.claim

--- forbidden_node
SELECT SUM(score) OVER (ORDER BY claim_id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) AS x FROM sales.claim

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
SELECT FORMAT_STRING('%999999d', score) AS x FROM sales.claim

--- forbidden_literal
SELECT PRINTF(status, score) AS x FROM sales.claim

--- too_large
SELECT SPACE(1000000) AS x FROM sales.claim

--- too_large
SELECT SPACE(score) AS x FROM sales.claim

--- forbidden_literal
SELECT SCHEMA_OF_JSON(status) AS x FROM sales.claim

--- restricted_column
SELECT v.tags[c.customer_email] AS x FROM sales.visit v JOIN sales.claim c ON c.region_id = v.region_id

--- forbidden_character
SELECT tags[(SELECT MAX(secret_id) FROM sales.vault)] AS x FROM sales.visit

--- forbidden_node
SELECT status[score] AS x FROM sales.claim

--- forbidden_literal
SELECT tags[LENGTH(note) * 2] AS x FROM sales.visit

--- forbidden_node
SELECT SPLIT(note, ' ')[SIZE(tags)].city AS x FROM sales.visit

--- forbidden_node
SELECT claim_id & 1 | score AS x FROM sales.claim

--- missing_join_condition
SELECT c.claim_id FROM sales.claim c JOIN sales.region r ON c.claim_id & 0 = r.region_id & 0

--- restricted_column
SELECT customer_email | 1 AS x FROM sales.claim

--- restricted_column
SELECT STRUCT(customer_email) AS x FROM sales.claim

--- restricted_column
SELECT MAX(STRUCT(claim_id, customer_email)).customer_email AS x FROM sales.claim

--- forbidden_node
SELECT NAMED_STRUCT(status, score) AS x FROM sales.claim

--- forbidden_node
SELECT NAMED_STRUCT('a', score, 'b') AS x FROM sales.claim

--- forbidden_function
SELECT EXPLODE(COLLECT_LIST(STRUCT(claim_id, status))) AS x FROM sales.claim

--- forbidden_node
SELECT MAX(status).status AS x FROM sales.claim

--- unknown_table
SELECT status.* FROM sales.claim

--- forbidden_node
SELECT cost:a FROM sales.claim

--- forbidden_node
SELECT tags:a FROM sales.visit

--- forbidden_character
SELECT note:a[*].b FROM sales.visit

--- forbidden_character
SELECT note:lower(status) FROM sales.visit

--- forbidden_character
SELECT note:`a` FROM sales.visit

--- forbidden_character
SELECT note:a:b FROM sales.visit

--- forbidden_character
SELECT note:a.b.c.d.e.f.g.h.i.j FROM sales.visit

--- forbidden_node
SELECT note:lower /* a */ (note) FROM sales.visit

--- forbidden_character
SELECT (SELECT note FROM sales.visit LIMIT 1):a

--- forbidden_node
SELECT x:a FROM (SELECT CONCAT(note, '') AS x FROM sales.visit)

--- forbidden_node
SELECT note:['a'].b FROM sales.visit

--- forbidden_literal
SELECT 1LL

--- forbidden_literal
SELECT 1e3BD

--- forbidden_literal
SELECT 1L'a'

--- restricted_column
SELECT BASE64(customer_email) FROM sales.claim

--- unknown_column
SELECT TO_JSON(NAMED_STRUCT('a', c)) FROM sales.claim AS c

--- forbidden_node
SELECT TO_JSON(STRUCT(c.*)) FROM sales.claim AS c

--- unsupported
SELECT TO_JSON(tags, MAP('a', 'b')) FROM sales.visit

--- forbidden_function
SELECT UNHEX(status) FROM sales.claim

--- forbidden_function
SELECT CAST(UNBASE64(status) AS STRING) FROM sales.claim

--- forbidden_literal
SELECT HEX(ENCODE(status, 'utf-16')) FROM sales.claim

--- forbidden_literal
SELECT DECODE(UNBASE64(status), channel) FROM sales.claim

--- forbidden_literal
SELECT MASK(status, channel) FROM sales.claim

--- too_large
SELECT HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(HEX(status)))))))))))))))) FROM sales.claim

--- restricted_column
SELECT ARRAY_SORT(tags, (l, r) -> customer_email) FROM sales.visit, sales.claim

--- too_large
SELECT TRANSFORM_VALUES(MAP('a', 'b'), (k, v) -> status) FROM sales.claim

--- forbidden_node
SELECT ZIP_WITH(tags, tags, x -> x) FROM sales.visit

--- forbidden_node
SELECT MAP_FILTER(MAP('a', 1), (k, v) -> EXISTS (SELECT 1 FROM sales.claim))

--- forbidden_node
SELECT ZIP_WITH(tags, tags, (a, b) -> TRANSFORM(ARRAY(a), x -> x)) FROM sales.visit

--- forbidden_function
SELECT JSON_TUPLE(status, channel) FROM sales.claim

--- forbidden_function
SELECT JSON_TUPLE(status, 'a'), EXPLODE(ARRAY(1, 2)) FROM sales.claim

--- forbidden_function
SELECT UPPER(JSON_TUPLE(status, 'a')) FROM sales.claim

--- forbidden_function
SELECT COUNT(*) FROM sales.claim WHERE JSON_TUPLE(status, 'a') = 'x'

--- forbidden_function
SELECT JSON_TUPLE(status, 'a') AS a, COUNT(*) FROM sales.claim GROUP BY 1

--- forbidden_function
SELECT JSON_TUPLE(status, 'a', 'b') AS (a) FROM sales.claim

--- restricted_column
SELECT JSON_TUPLE(customer_email, 'a') AS a FROM sales.claim

--- forbidden_function
SELECT MASK(status) AS (a, b) FROM sales.claim

--- forbidden_function
SELECT GET(tags, 0)(x) FROM sales.visit

--- missing_join_condition
SELECT v.visit_id, u.x FROM sales.visit v LEFT JOIN LATERAL (SELECT c.cost AS x FROM sales.claim c) u

--- missing_join_condition
SELECT v.visit_id, u.t FROM sales.visit v LEFT JOIN LATERAL EXPLODE(v.tags) AS u(t)

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, '[a-z&&b]+', 0) FROM sales.claim

--- forbidden_literal
SELECT REGEXP_EXTRACT(status, '[^&&]+', 0) FROM sales.claim

--- forbidden_function
SELECT MAP_CONCAT(MAP(customer_email, 1), MAP('a', 2)) FROM sales.claim

--- forbidden_function
SELECT EXPLODE(MAP_FROM_ENTRIES(COLLECT_LIST(STRUCT(status, cost)))) AS (k, v) FROM sales.claim

--- parse_error
SELECT COUNT(*) FROM sales.claim GROUP BY WINDOW(opened_at, '1 hour')

--- unknown_function
SELECT SESSION_WINDOW(opened_at, '1 hour') FROM sales.claim

--- forbidden_type
SELECT CAST(cost AS INT8) AS x FROM sales.claim

--- forbidden_type
SELECT cost::INT8 AS x FROM sales.claim

--- forbidden_unit
SELECT EXTRACT(EPOCH FROM opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('days', opened_at) FROM sales.claim

--- forbidden_unit
SELECT DATE_TRUNC('dow', opened_at) FROM sales.claim

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

--- parse_error
SELECT r.region_name, c.claim_id, p.product_name FROM sales.region r LEFT JOIN sales.claim c JOIN sales.product p ON p.product_id = c.product_id ON c.region_id = r.region_id ORDER BY 1, 2

--- parse_error
SELECT r.region_name, MAX(c.cost) AS most FROM sales.region r JOIN sales.claim c LEFT JOIN sales.product p ON p.product_id = c.product_id ON c.region_id = r.region_id GROUP BY 1 ORDER BY 1

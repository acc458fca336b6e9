CREATE SCHEMA lake.l3_claims;
CREATE TABLE lake.l3_claims.dim_region (
  region_id INTEGER, region_name VARCHAR, country VARCHAR, market VARCHAR, loaded_at TIMESTAMPTZ
);
CREATE TABLE lake.l3_claims.dim_product (
  product_id INTEGER, product_name VARCHAR, device_type VARCHAR, plan VARCHAR, manufacturer VARCHAR,
  launched_on DATE, loaded_at TIMESTAMPTZ
);
CREATE TABLE lake.l3_claims.ev_claim (
  claim_id BIGINT, opened_at TIMESTAMPTZ, closed_at TIMESTAMPTZ, customer_id BIGINT, customer_email VARCHAR,
  device_id BIGINT, product_id INTEGER, region_id INTEGER, status VARCHAR, resolution VARCHAR, channel VARCHAR,
  cost_avoided_usd DECIMAL(12, 2), replacement_cost_usd DECIMAL(12, 2), repair_cost_usd DECIMAL(12, 2),
  satisfaction INTEGER, is_repeat BOOLEAN, loaded_at TIMESTAMPTZ
);
CREATE TABLE lake.l3_claims.ev_service_request (
  request_id BIGINT, claim_id BIGINT, region_id INTEGER, requested_at TIMESTAMPTZ, completed_at TIMESTAMPTZ,
  kind VARCHAR, partner_name VARCHAR, fixed_first_time BOOLEAN, loaded_at TIMESTAMPTZ
);
INSERT INTO lake.l3_claims.dim_region
  SELECT region_id, region_name, country, market, getvariable('as_of') FROM region ORDER BY region_id;
INSERT INTO lake.l3_claims.dim_product
  SELECT product_id, product_name, device_type, plan, manufacturer,
    getvariable('anchor') - launched_days_before, getvariable('as_of')
  FROM product ORDER BY product_id;

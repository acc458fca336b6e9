-- Pseudo-random numbers: a draw is a pure function of the seed, the row's number and the purpose of the draw.
CREATE TEMP MACRO draw(id, purpose) AS
  ((hash(id, purpose, getvariable('seed')) >> 11)::DOUBLE / 9007199254740992.0);
-- Roughly normal: the sum of three draws, mean 0, variance 1, never further out than 3.
CREATE TEMP MACRO bell(id, purpose) AS
  ((draw(id, purpose || '1') + draw(id, purpose || '2') + draw(id, purpose || '3') - 1.5) * 2);
CREATE TEMP MACRO slot_of(slots, chance) AS (floor(chance * slots)::BIGINT);
CREATE TEMP MACRO pick(slots, chance) AS (slots[1 + floor(chance * len(slots))::INTEGER]);
CREATE TEMP MACRO add_hours(instant, hours) AS (instant + to_microseconds((hours * 3600)::BIGINT * 1000000));

-- Slots: a value stands as often as its weight, so that one draw picks by weight.
CREATE TEMP TABLE hour_slot AS
  SELECT weekday, hour, row_number() OVER (PARTITION BY weekday ORDER BY hour) - 1 AS slot
  FROM (SELECT weekday, hour, unnest(range(weight)) FROM hour_weight);

-- A product's share grows from nothing to its weight in the 90 days after its launch.
CREATE TEMP TABLE product_slot AS
  SELECT number, product_id, row_number() OVER (PARTITION BY number ORDER BY product_id) - 1 AS slot
  FROM (
    SELECT d.number, p.product_id,
      unnest(range(ceil(2 * p.weight * least(1.0, (p.launched_days_before - d.age) / 90.0))::INTEGER))
    FROM day d JOIN product p ON p.launched_days_before > d.age
  );

-- Where each local hour begins and how long it is, in microseconds; a skipped hour counts as one hour.
CREATE TEMP TABLE hour_start AS
  SELECT number, hour, hour_starts[hour + 1] AS begins,
    greatest(hour_starts[hour + 2] - hour_starts[hour + 1], 3600000000) AS lasts
  FROM day, range(24) hours(hour);

CREATE TEMP TABLE plan AS
  SELECT number, d.weekday, claims, age, hour_slots, product_slots
  FROM day d
    JOIN (SELECT weekday, count(*) AS hour_slots FROM hour_slot GROUP BY weekday) USING (weekday)
    JOIN (SELECT number, count(*) AS product_slots FROM product_slot GROUP BY number) USING (number);

SET VARIABLE regions = (SELECT list(region_id ORDER BY region_id)
  FROM (SELECT region_id, unnest(range(weight)) FROM region));
SET VARIABLE partners = (SELECT list(partner_id ORDER BY partner_id)
  FROM (SELECT partner_id, unnest(range(weight)) FROM partner));

-- What the operational database gets, filled chunk by chunk beside the lakehouse.
CREATE TEMP TABLE kpi_daily (
  kpi_date DATE, region_name VARCHAR, device_type VARCHAR, claims_opened INTEGER, claims_repeat INTEGER,
  repairs INTEGER, replacements INTEGER, cost_avoided_usd DECIMAL(14, 2), replacement_cost_usd DECIMAL(14, 2),
  satisfaction_sum INTEGER, satisfaction_count INTEGER, loaded_at TIMESTAMPTZ
);
CREATE TEMP TABLE next_best_action (
  action_id BIGINT, offered_at TIMESTAMPTZ, taken BOOLEAN, kind VARCHAR, region_name VARCHAR, channel VARCHAR,
  loaded_at TIMESTAMPTZ
);

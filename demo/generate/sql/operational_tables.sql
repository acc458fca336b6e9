CREATE SCHEMA IF NOT EXISTS ops;
CREATE TABLE IF NOT EXISTS ops.kpi_daily (
  kpi_date date NOT NULL, region_name text NOT NULL, device_type text NOT NULL,
  claims_opened integer NOT NULL, claims_repeat integer NOT NULL, repairs integer NOT NULL,
  replacements integer NOT NULL, cost_avoided_usd numeric(14, 2) NOT NULL,
  replacement_cost_usd numeric(14, 2) NOT NULL, satisfaction_sum integer NOT NULL,
  satisfaction_count integer NOT NULL, loaded_at timestamptz NOT NULL,
  PRIMARY KEY (kpi_date, region_name, device_type)
);
CREATE TABLE IF NOT EXISTS ops.issue (
  issue_id bigint PRIMARY KEY, opened_at timestamptz NOT NULL, resolved_at timestamptz, severity text NOT NULL,
  status text NOT NULL, region_name text, title text NOT NULL, loaded_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS ops.alert (
  alert_id bigint PRIMARY KEY, raised_at timestamptz NOT NULL, severity text NOT NULL, source text NOT NULL,
  region_name text, acknowledged_at timestamptz, loaded_at timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS ops.next_best_action (
  action_id bigint PRIMARY KEY, offered_at timestamptz NOT NULL, taken boolean NOT NULL, kind text NOT NULL,
  region_name text, channel text, loaded_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS issue_opened_at ON ops.issue (opened_at);
CREATE INDEX IF NOT EXISTS issue_active ON ops.issue (status) WHERE status <> 'resolved';
CREATE INDEX IF NOT EXISTS alert_raised_at ON ops.alert (raised_at);
CREATE INDEX IF NOT EXISTS next_best_action_offered_at ON ops.next_best_action (offered_at);
CREATE INDEX IF NOT EXISTS kpi_daily_loaded_at ON ops.kpi_daily (loaded_at);
CREATE INDEX IF NOT EXISTS issue_loaded_at ON ops.issue (loaded_at);
CREATE INDEX IF NOT EXISTS alert_loaded_at ON ops.alert (loaded_at);
CREATE INDEX IF NOT EXISTS next_best_action_loaded_at ON ops.next_best_action (loaded_at);

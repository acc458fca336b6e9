import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
app = Celery("metrics_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

import logging
import os
from typing import Any

from celery import Celery, signals

from metrics_portal import broker, endings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
broker.register()
app = Celery("metrics_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def leave_at_once(sender: Any, **kwargs: Any) -> None:
    """The worker has stopped and given its messages back; taking the process apart takes more than a second."""
    endings.come()
    logging.shutdown()
    os._exit(sender.exitcode or os.EX_OK)


signals.worker_shutdown.connect(leave_at_once)

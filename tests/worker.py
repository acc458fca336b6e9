"""The worker's side of the broker: which messages wait, and what comes of them in Celery's own hands."""

import json
from pathlib import Path

from celery.worker.request import Request
from django.conf import settings
from kombu import Queue

from metrics_portal.celery import app

_FILES = Path(app.conf.broker_transport_options["data_folder_out"])


class Worker:
    """Takes messages when it is told to; of `url`, or from the files that need no server."""

    def __init__(self, url: str | None = None) -> None:
        self.url = url
        self.folder = _FILES
        self.folder.mkdir(parents=True, exist_ok=True)
        self.forget()

    def waiting(self) -> list[str]:
        """The names of the tasks that wait, of files."""
        return [json.loads(one.read_text())["headers"]["task"] for one in self.folder.glob("*.msg")]

    def forget(self) -> None:
        for message in self.folder.glob("*.msg"):
            message.unlink()

    def take(self) -> list[Request]:
        """What waits, as Celery reads it; it waits no more."""
        app.loader.import_default_modules()
        options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
        taken = []
        with app.connection_for_read(self.url, transport_options=options) as connection:
            queue = Queue(app.conf.task_default_queue).bind(connection.default_channel)
            while message := queue.get(no_ack=True):
                taken.append(Request(message, app=app))
        return taken

    def work(self) -> None:
        """Do what waits and what comes of it."""
        while requests := self.take():
            for request in requests:
                request.execute()

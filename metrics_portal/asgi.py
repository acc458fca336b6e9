import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402 - the apps must be loaded first

from metrics_portal import boot  # noqa: E402
from metrics_portal.handler import PortalHandler  # noqa: E402

boot.validate()
application = PortalHandler(threads=settings.WEB_THREADS)

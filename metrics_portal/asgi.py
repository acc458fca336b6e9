import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
application = get_asgi_application()

from metrics_portal import boot  # noqa: E402 - the checks need the loaded apps

boot.validate()

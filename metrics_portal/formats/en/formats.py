"""How the admin writes dates and times: as the portal's pages do. Django looks for these names here."""

from django.conf import settings

from metrics_portal.dates import django_format

DATE_FORMAT = django_format(settings.PORTAL_LOCALE)
TIME_FORMAT = "H:i"
DATETIME_FORMAT = f"{DATE_FORMAT}, {TIME_FORMAT}"

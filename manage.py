#!/usr/bin/env python
import os
import sys

NO_DATABASE = (
    "This needs the portal's own database. `make up` starts one and keeps it running: use a second shell meanwhile. "
    "Or let DATABASE_URL name another."
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "metrics_portal.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, connection

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured:
        if connection.vendor != "unknown":
            raise
        sys.exit(NO_DATABASE)
    except OperationalError as error:
        if connection.connection is not None:  # it runs; what failed is something else
            raise
        sys.exit(f"The portal's database said: {str(error).strip()}\n{NO_DATABASE}")


if __name__ == "__main__":
    main()

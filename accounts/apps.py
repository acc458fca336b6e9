from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import accounts.openapi  # noqa: F401 - registers itself
        from accounts.roles import sync_roles

        # Permissions of an app exist by then: django.contrib.auth connected its own receiver earlier.
        post_migrate.connect(sync_roles, dispatch_uid="accounts.sync_roles")

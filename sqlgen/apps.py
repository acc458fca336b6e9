from django.apps import AppConfig


class SqlgenConfig(AppConfig):
    name = "sqlgen"
    default_auto_field = "django.db.models.BigAutoField"

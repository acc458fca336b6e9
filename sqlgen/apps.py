from django.apps import AppConfig


class SqlgenConfig(AppConfig):
    name = "sqlgen"
    verbose_name = "Model-written SQL"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from catalog import admin_links, validation
        from sqlgen import checks  # noqa: F401 - registers the checks
        from sqlgen.admin_links import generation_links
        from sqlgen.definition_rules import default_window_is_known

        validation.register(default_window_is_known)
        admin_links.register(generation_links)

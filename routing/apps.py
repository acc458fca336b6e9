from django.apps import AppConfig

from metrics_portal import boot


class RoutingConfig(AppConfig):
    name = "routing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from catalog import admin_links
        from routing import checks  # noqa: F401 - registers the checks
        from routing.admin_links import route_links
        from routing.backends import registry

        boot.load_before_forking(registry.load_drivers)
        admin_links.register(route_links)

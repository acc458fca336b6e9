"""The admin's sidebar and look."""

from django.templatetags.static import static

from metrics_portal import admin_palette

# Pages of the admin that belong to no table, by the app they stand with: title, address, who may see it.
ADMIN_PAGES = {
    "catalog": (("Data dictionary", "admin:catalog_dictionary", "catalog.view_metric"),),
    "routing": (("Databricks warehouse", "admin:routing_warehouse", "routing.view_warehousecheck"),),
    "sqlgen": (("Language model", "language_model", "sqlgen.view_generationlog"),),
}
UNFOLD = {
    "SITE_TITLE": "Metrics Portal",
    "SITE_HEADER": "Metrics Portal",
    "GLOBAL_CALLBACK": "metrics_portal.admin_theme.context",
    "SIDEBAR": {"navigation": "metrics_portal.admin_theme.navigation"},
    "COLORS": {"primary": admin_palette.ACCENT},
    "BORDER_RADIUS": "6px",
    "SITE_ICON": lambda request: static("img/icon.svg"),
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/icon.svg")}
    ],
}

"""How the admin writes dates and times: as the portal's pages do. Django looks for these names here."""

DATE_FORMAT = "j M Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"

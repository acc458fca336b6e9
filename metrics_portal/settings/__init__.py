"""Settings, all from the environment. With none set at all this is the embedded profile (`make up`)."""

from metrics_portal.settings.admin import *
from metrics_portal.settings.applications import *
from metrics_portal.settings.installation import *
from metrics_portal.settings.language_model import *
from metrics_portal.settings.metrics import *
from metrics_portal.settings.security import *
from metrics_portal.settings.storage import *

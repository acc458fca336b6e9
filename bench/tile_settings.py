"""The portal's settings with one more address: an empty view behind the same authentication, the baseline."""

from metrics_portal.settings import *  # noqa: F403

ROOT_URLCONF = "bench.tile_urls"

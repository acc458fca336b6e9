"""Log lines carry the correlation id of the request or task they belong to."""

import logging

from metrics_portal import correlation


class CorrelationFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.correlation_id = correlation.current()
        return True

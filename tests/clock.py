"""Time that a test sets."""


class Clock:
    """Monotonic seconds, as `time.monotonic` gives them, that stand until a test moves them."""

    now = 100.0

    def __call__(self) -> float:
        return self.now

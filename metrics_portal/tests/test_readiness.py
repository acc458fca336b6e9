from dataclasses import dataclass

import pytest
from django.test import RequestFactory

from metrics_portal.health import readyz


@dataclass
class Told:
    up: bool
    latency_ms: float | None = 1.0
    detail: str = ""

    def health(self) -> "Told":
        return self


@dataclass
class Registry:
    backends: dict[str, Told]

    def configured(self) -> tuple[str, ...]:
        return tuple(self.backends)

    def get(self, name: str) -> Told:
        return self.backends[name]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("second_up", "status"), [(True, "ready"), (False, "degraded")])
def test_a_backend_that_is_down_degrades_but_stays_ready(second_up: bool, status: str) -> None:
    registry = Registry({"duckdb": Told(True), "postgres": Told(second_up, detail="Stopped.")})

    response = readyz(RequestFactory().get("/readyz"), backends=registry)

    assert response.status_code == 200
    assert f'"status": "{status}"' in response.content.decode()


@pytest.mark.django_db
def test_a_portal_without_backends_is_ready() -> None:
    response = readyz(RequestFactory().get("/readyz"), backends=Registry({}))

    assert response.status_code == 200

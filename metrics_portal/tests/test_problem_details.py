"""Each kind of failure, asked for through a real address."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.views.decorators.http import require_POST
from pydantic import BaseModel
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ChoiceField, Serializer
from rest_framework.test import APIClient
from rest_framework.views import APIView

from metrics_portal.problems import Conflict, InvalidInput, PortalProblem

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


class Shape(Serializer):  # type: ignore[type-arg]
    grain = ChoiceField(choices=["day", "week"])


class Question(BaseModel):
    limit: int


class Failing(APIView):
    def get(self, request: Request, kind: str) -> Response:
        match kind:
            case "refused":
                raise InvalidInput("No such grain.", field="grain", value="hour", choices=["day", "week"])
            case "busy":
                raise Conflict("Somebody else is at it.", retry_after=7)
            case "pydantic":
                Question.model_validate({"limit": "many"})
            case "infinite":
                Question.model_validate({"limit": float("inf")})
            case "behind":
                try:
                    raise ZeroDivisionError("secret detail")
                except ZeroDivisionError as error:
                    raise PortalProblem("It cannot be worked out.") from error
            case "bug":
                raise ZeroDivisionError("secret detail")
        return Response({})

    def post(self, request: Request, kind: str) -> Response:
        Shape(data=request.data).is_valid(raise_exception=True)
        return Response({})


def page(request: HttpRequest) -> HttpResponse:
    raise InvalidInput("No such range.")


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def busy(request: HttpRequest) -> HttpResponse:
    raise Conflict("Somebody else is at it.", retry_after=7)


@require_POST
def only_post(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


urlpatterns = [
    path("v1/failing/<str:kind>", Failing.as_view()),
    path("page/", page),
    path("busy/", busy),
    path("", broken),
    path("dashboards/broken/", broken),
    path("dashboards/refused/", page),
    path("admin/broken/", broken),
    path("only-post/", only_post),
    path("", include("metrics_portal.urls")),
]

handler404 = "metrics_portal.problem_responses.page_not_found"
handler500 = "metrics_portal.problem_responses.server_error"


def test_a_refusal_names_field_value_and_choices(api: APIClient) -> None:
    response = api.get("/v1/failing/refused")

    problem = response.json()
    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert problem["type"] == "urn:metrics-portal:problem:invalid_input"
    assert problem["code"] == "invalid_input"
    assert (problem["field"], problem["value"], problem["choices"]) == ("grain", "hour", ["day", "week"])
    assert problem["correlation_id"] == response["X-Correlation-ID"]


def test_a_problem_may_say_when_to_come_back(api: APIClient) -> None:
    response = api.get("/v1/failing/busy")

    assert response.status_code == 409
    assert response["Retry-After"] == "7"
    assert response.json()["retry_after"] == 7


def test_a_pydantic_fault_names_its_field_and_value(api: APIClient) -> None:
    problem = api.get("/v1/failing/pydantic").json()

    assert problem["status"] == 422
    assert problem["errors"][0]["field"] == "limit"
    assert problem["errors"][0]["value"] == "many"


def test_a_value_json_has_no_number_for_is_told_as_text(api: APIClient) -> None:
    response = api.get("/v1/failing/infinite")

    assert response.status_code == 422
    assert response.json()["errors"][0]["value"] == "inf"


def test_a_serializer_fault_names_its_field(api: APIClient) -> None:
    problem = api.post("/v1/failing/shape", {"grain": "hour"}, format="json").json()

    assert problem["status"] == 422
    assert problem["errors"] == [{"field": "grain", "detail": '"hour" is not a valid choice.'}]


def test_broken_json_is_a_bad_request(api: APIClient) -> None:
    response = api.post("/v1/failing/shape", "{", content_type="application/json")

    assert response.status_code == 400
    assert response.json()["code"] == "parse_error"


def test_an_unexpected_error_tells_its_id_and_nothing_else(
    api: APIClient, caplog: pytest.LogCaptureFixture
) -> None:
    api.raise_request_exception = False

    response = api.get("/v1/failing/bug")

    assert response.status_code == 500
    assert response.json()["code"] == "internal_error"
    assert response.json()["correlation_id"] == response["X-Correlation-ID"]
    assert "secret detail" not in response.content.decode()
    assert any(record.exc_info for record in caplog.records)


def test_what_lies_behind_a_failure_of_ours_is_in_the_log_alone(
    api: APIClient, caplog: pytest.LogCaptureFixture
) -> None:
    response = api.get("/v1/failing/behind")

    assert response.json()["detail"] == "It cannot be worked out."
    assert "secret detail" not in response.content.decode()
    assert "secret detail" in caplog.text


def test_a_method_that_is_not_possible_lists_those_that_are(api: APIClient) -> None:
    response = api.delete("/v1/failing/shape")

    assert response.status_code == 405
    assert response["Content-Type"] == "application/problem+json"
    assert "GET" in response["Allow"]


def test_an_unknown_address_under_v1_is_a_problem(client: Client) -> None:
    response = client.get("/v1/nothing-here")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_without_credentials_the_answer_says_how_to_sign_in(client: Client) -> None:
    response = client.get("/v1/failing/refused")

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert response["Content-Type"] == "application/problem+json"


def test_people_get_a_page(client: Client) -> None:
    response = client.get("/page/")

    assert response.status_code == 422
    assert response["Content-Type"].startswith("text/html")
    assert "No such range." in response.content.decode()


@pytest.mark.parametrize(
    ("address", "words", "lead"),
    [
        ("/page/", "Open the dashboards", "/"),
        ("/", "Open the catalog", "/catalog/"),
        ("/dashboards/broken/", "Open the catalog", "/catalog/"),
        ("/dashboards/refused/", "Open the dashboards", "/"),
        ("/admin/broken/", "Back to the admin", "/admin/"),
        ("/busy/?window=mtd", "Try again", "/busy/?window=mtd"),
    ],
)
def test_the_page_leads_on_to_one_that_does_not_fail_alike(
    client: Client, address: str, words: str, lead: str
) -> None:
    client.raise_request_exception = False

    page = client.get(address).content.decode()

    assert f'<a class="btn primary" href="{lead}">{words}</a>' in page


def test_page_scripts_get_a_problem(client: Client) -> None:
    response = client.get("/page/", headers={"HX-Request": "true"})

    assert response.json()["detail"] == "No such range."


def test_plain_views_say_which_methods_they_take(client: Client) -> None:
    response = client.get("/only-post/", headers={"Accept": "application/json"})

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert response.json()["code"] == "method_not_allowed"


def test_a_form_without_its_token_is_refused_in_words(user_for: Callable[[str], object]) -> None:
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/login/", {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "Reload the page" in response.content.decode()

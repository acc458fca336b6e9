from django.http import HttpResponse
from django.urls import include, path
from rest_framework.request import Request
from rest_framework.views import APIView


class Empty(APIView):
    """What any answer costs: the server, the middleware, the token. It says nothing."""

    def post(self, request: Request) -> HttpResponse:
        return HttpResponse(b"{}", content_type="application/json")


urlpatterns = [
    path("v1/bench/empty", Empty.as_view()),
    path("", include("metrics_portal.urls")),
]

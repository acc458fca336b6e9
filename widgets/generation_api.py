"""Model-written SQL over /v1/: load, call, present."""

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.acting import acting
from accounts.permissions import IsAnalyst
from routing.asking import viewer_of
from widgets.generating import generate
from widgets.generation_answer import told
from widgets.generation_schema import GenerationBody, GenerationRequest


class GenerateSql(APIView):
    """SQL written by a language model."""

    permission_classes = [IsAnalyst]

    @extend_schema(operation_id="generate_sql", request=GenerationRequest, responses={200: GenerationBody})
    def post(self, request: Request) -> Response:
        """Have a model write the SQL of a question about one metric.

        What it writes passes the guard (422 with `code` and `position`) and must be what was asked
        (422 `unfaithful_sql`). It is pinned: in use at once where the route says `trust: checked`, else after a
        steward or an operator approved it. SQL that is pinned already is told again without asking the model.
        `dry_run` asks and checks, and runs and pins nothing. 409 `too_many_unapproved` when too much of what
        models wrote for the metric has nobody's approval, 429 `generation_budget_spent` when today's budget is
        used up, 503 with `retry_after` when the model gives no answer.
        """
        wanted = GenerationRequest.read(request.data)
        done = generate(
            wanted.spec(),
            asker=acting(request),
            viewer=viewer_of(request),
            now=timezone.now(),
            dry_run=wanted.dry_run,
            note=wanted.note,
        )
        return Response(told(done, dry_run=wanted.dry_run))

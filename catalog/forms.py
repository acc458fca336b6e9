"""A definition typed as YAML, checked like a line of metrics.yaml before it is saved."""

from typing import Any

from django import forms
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from catalog.definitions import MetricDefinition
from catalog.models import Metric
from catalog.services import check_definition
from catalog.validation.documents import read_definition
from catalog.yaml_text import definition_yaml
from metrics_portal.problems import PortalProblem

_LONGEST = 64_000


class MetricForm(forms.ModelForm):  # type: ignore[type-arg]
    definition = forms.CharField(
        label="Definition (YAML)",
        max_length=_LONGEST,
        strip=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 28, "spellcheck": "false", "class": "font-mono"}),
        help_text="As in metrics.yaml, one definition. Saving it makes a new revision.",
    )
    note = forms.CharField(
        required=False,
        max_length=400,
        widget=UnfoldAdminTextInputWidget(),
        help_text="Why it changes; kept with the revision.",
    )
    seen_hash = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Metric
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        live = self.instance.live_revision if self.instance.pk else None
        if live is not None:
            definition = MetricDefinition.model_validate(live.definition)
            self.fields["definition"].initial = definition_yaml(definition)
            self.fields["seen_hash"].initial = live.hash

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "definition" not in cleaned:
            return cleaned
        definition, findings = read_definition(cleaned["definition"])
        if definition is None:
            for finding in findings:
                hint = f" {finding.hint}" if finding.hint else ""
                self.add_error(
                    "definition", f"Line {finding.line}: {finding.column}: {finding.message}{hint}"
                )
            return cleaned
        if self.instance.pk and definition.name != self.instance.name:
            self.add_error(
                "definition", f"The name stays {self.instance.name}: add a metric to give it another."
            )
            return cleaned
        try:
            check_definition(definition=definition, expected_hash=cleaned.get("seen_hash", ""))
        except PortalProblem as problem:
            self.add_error("definition", problem.detail)
        return {**cleaned, "parsed": definition}

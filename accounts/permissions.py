"""What a role may do through the API: viewer < analyst < steward < operator."""

from typing import ClassVar

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.models import User


class _AtLeast(BasePermission):
    role: ClassVar[User.Role]
    message: str

    def has_permission(self, request: Request, view: APIView) -> bool:
        user = request.user
        return isinstance(user, User) and user.is_active and user.is_at_least(self.role)


class IsAnalyst(_AtLeast):
    role = User.Role.ANALYST
    message = "This needs the role analyst, steward or operator."


class IsSteward(_AtLeast):
    role = User.Role.STEWARD
    message = "This needs the role steward or operator."


class IsOperator(_AtLeast):
    role = User.Role.OPERATOR
    message = "This needs the role operator."

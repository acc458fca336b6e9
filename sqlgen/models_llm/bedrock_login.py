"""Amazon Bedrock without a login that AWS takes, each case told as what to do next."""

from sqlgen.models_llm import failures
from sqlgen.models_llm.contracts import ModelError
from sqlgen.models_llm.options import ModelOptions

NAME = "bedrock"
LABEL = "Amazon Bedrock"


def operator(reason: str, detail: str) -> ModelError:
    """A failure that lasts until somebody mends what `detail` names."""
    return ModelError(detail, provider=NAME, reason=reason, transient=False)


def expired() -> ModelError:
    return operator(
        "credentials",
        "The portal's AWS credentials have expired. Renew them where they come from (aws sso login, a new session of "
        f"the role, new AWS_SESSION_TOKEN) and restart the portal if they are in its environment. {failures.CHECK}",
    )


def not_accepted() -> ModelError:
    return operator(
        "credentials",
        "AWS does not accept the portal's credentials. Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
        f"AWS_SESSION_TOKEN, or the role, and this machine's clock. {failures.CHECK}",
    )


def api_key_expired() -> ModelError:
    return operator(
        "credentials",
        "The Bedrock API key in AWS_BEARER_TOKEN_BEDROCK has expired. Make a new one (Amazon Bedrock console, API "
        f"keys), set it and restart the portal. {failures.CHECK}",
    )


def api_key_not_accepted(options: ModelOptions) -> ModelError:
    return operator(
        "credentials",
        "Amazon Bedrock does not accept the API key in AWS_BEARER_TOKEN_BEDROCK. Check that it is whole, not revoked, "
        f"and made for {options.region or 'the region in AWS_REGION'}; without it boto3 takes the other credentials "
        f"it finds. {failures.CHECK}",
    )


def no_credentials() -> ModelError:
    return operator(
        "credentials",
        "The portal has no AWS credentials. Give it a role (ECS, EKS, EC2), AWS_PROFILE, AWS_ACCESS_KEY_ID with "
        f"AWS_SECRET_ACCESS_KEY, or AWS_BEARER_TOKEN_BEDROCK. {failures.CHECK}",
    )


def role_refused() -> ModelError:
    return operator(
        "credentials",
        "AWS does not let the portal take its role. Check the role's name (AWS_ROLE_ARN, or role_arn of the profile in "
        "AWS_PROFILE) and that its trust policy names who takes it: the service account of the cluster, or the source "
        f"profile. {failures.CHECK}",
    )


def unreadable_profile() -> ModelError:
    return operator(
        "credentials",
        "The AWS configuration of the portal cannot be used. Check the files that AWS_CONFIG_FILE and "
        f"AWS_SHARED_CREDENTIALS_FILE name (~/.aws without them), and the profile in AWS_PROFILE. {failures.CHECK}",
    )

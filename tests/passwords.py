"""How the tests keep their users' passwords: as the portal does, in fewer rounds."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class FewRounds(PBKDF2PasswordHasher):
    """Django's own hash, which every portal can check. Its million rounds take a quarter of a second each time."""

    iterations = 1_000

"""Lists of vacancies that the reader's own browser keeps, signed and for a while; the exchange keeps none."""

from dataclasses import dataclass

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from config import Settings


@dataclass(frozen=True, slots=True)
class KeptList:
    """Public ids in a cookie of this name, the last one first, at most so many and for so many seconds; `salt` tells one list from another."""

    cookie: str
    salt: str
    most: int
    seconds: int

    def ids(self) -> list[str]:
        """What the reader's browser keeps; none from a list that is forged or too old."""
        try:
            found = self._signer().loads(request.cookies.get(self.cookie, ""), max_age=self.seconds)
        except BadSignature:
            return []
        return [one for one in found if isinstance(one, str)][: self.most]

    def keep(self, answer: Response, public_ids: list[str]) -> Response:
        """Let the browser keep these in place of what it kept."""
        settings: Settings = current_app.config["SETTINGS"]
        kept = self._signer().dumps(public_ids[: self.most])
        answer.set_cookie(self.cookie, kept, max_age=self.seconds, secure=settings.is_production, httponly=True, samesite="Lax", path="/")
        return answer

    def forget(self, answer: Response) -> Response:
        answer.delete_cookie(self.cookie, path="/")
        return answer

    def _signer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(str(current_app.secret_key), salt=self.salt)

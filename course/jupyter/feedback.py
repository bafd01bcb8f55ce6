"""Feedback pages that lead to each other, in JupyterLab's viewer."""

from jupyter_server.base.handlers import AuthenticatedFileHandler

PAGES = r"/files/(.+/feedback/[^/]+/[^/]+\.html)"
SANDBOX = "sandbox allow-same-origin"


class FeedbackHandler(AuthenticatedFileHandler):
    """Serves a feedback page when a link of another one is followed.

    Jupyter serves a file only to where it sees from which page the request comes, or to a link with
    a token in it. The viewer shows a page from memory: its links can have neither. Whoever asks has
    still to be logged in, and the page is still shown in no frame of another site.
    """

    @property
    def content_security_policy(self) -> str:
        """Let no script run, so that the page may be of this origin: its links need the login."""
        return f"{super(AuthenticatedFileHandler, self).content_security_policy}; {SANDBOX}"

    def check_xsrf_cookie(self) -> None:
        """Ask for no token: a page is only read."""
        if self.request.method not in ("GET", "HEAD"):
            super().check_xsrf_cookie()

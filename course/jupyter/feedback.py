"""Feedback pages that lead to each other, in JupyterLab's viewer."""

from pathlib import Path

from jupyter_server.base.handlers import AuthenticatedFileHandler
from nbconvert.filters import markdown2html
from tornado import web

from course.language import say, spoken

GLOSSARY = r"/files/(glossary\.md)"
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


class GlossaryHandler(FeedbackHandler):
    """Serves the glossary to be read where a feedback page leads to it; else, as a file."""

    @web.authenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        """Serve it as a page to the frame that shows a feedback page."""
        text = Path(self.root, path)
        if self.request.headers.get("Sec-Fetch-Dest") != "iframe" or not text.is_file():
            await super().get(path, include_body)
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(
            PAGE.format(
                markdown2html(text.read_text(encoding="utf-8", errors="replace")),
                language=spoken(),
                title=say("Glossary"),
            )
        )


PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 46rem; margin: 1rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }}
</style>
{}
</html>
"""

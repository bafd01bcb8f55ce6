"""A check's result as a card, where a notebook can show one.

A card says the result by a sign and a word, and by its colour: never by colour alone. Where no HTML
is shown (a terminal, a grader's record), nothing of a card is seen: the sentence stands there as
text, in the output or in the error.
"""

import html
import re
import sys

from course.language import say

STYLE = """
.check-card.check-card { box-sizing: border-box; max-width: 50em; margin: 0.3em 0;
  padding: 0.6em 0.9em; border-left: 5px solid; border-radius: 3px; white-space: normal;
  overflow-wrap: break-word; font: 15px/1.5 var(--jp-content-font-family, system-ui, sans-serif); }
.check-card.check-card p { margin: 0.4em 0 0; color: var(--jp-content-font-color1, inherit); }
.check-card.check-card p:first-child { margin: 0; }
.check-card.check-card code, .check-card.check-card pre { color: inherit; border-radius: 3px;
  font: 13px/1.45 var(--jp-code-font-family, monospace); background: rgba(128, 128, 128, 0.16); }
.check-card.check-card code { padding: 0.1em 0.3em; }
.check-card.check-card pre { margin: 0.5em 0 0; padding: 0.5em 0.7em; white-space: pre-wrap; }
.check-card .check-sign { display: inline-block; width: 1.35em; margin-right: 0.4em; color: #fff;
  text-align: center; line-height: 1.35; border-radius: 50%; }
.check-card.check-passed { border-color: #15803d; background: rgba(34, 160, 80, 0.12); }
.check-passed .check-sign { background: #15803d; }
.check-card.check-not-yet { border-color: #b45309; background: rgba(217, 130, 6, 0.14); }
.check-not-yet .check-sign { background: #b45309; }
.jp-OutputArea-child:has(.check-not-yet) + .jp-OutputArea-child:has(
  [data-mime-type="application/vnd.jupyter.error"],
  [data-mime-type="application/vnd.jupyter.stderr"]) { display: none; }
"""
"""The last rule hides the error behind a card, which says the same again: JupyterLab, Notebook."""

PASSED = ("check-passed", "&#10003;")
NOT_YET = ("check-not-yet", "!")


def show_passed(sentence):
    """Show a passed check; return whether anybody sees it."""
    return _show(PASSED, [_prose(sentence)], sentence)


def show_failed(error):
    """Show a failed check, by the error that it raised."""
    if _is_new(error):
        _show(NOT_YET, [_prose(str(error))], say("Not yet"))


def show_error(error, lines, said, words, plain=None):
    """Show an error of the learner's code.

    Parameters
    ----------
    error : Exception
        It is shown once, however often IPython asks for its traceback.
    lines : list of str
        The learner's own lines, as text with a mark at the one that stopped.
    said : str
        What Python says.
    words : list of str
        The same in plain words.
    plain : str, optional
        What stands for the card where no HTML is shown; without it, the card's first words.
    """
    if not _is_new(error):
        return
    excerpt = [f"<pre>{html.escape(chr(10).join(lines))}</pre>"] if lines else []
    said = f"<p>{say('Python says:')} <code>{html.escape(said)}</code></p>"
    _show(NOT_YET, [*excerpt, said, *map(_prose, words)], plain or say("Not yet"))


def _is_new(error):
    """Whether no card has shown this error; it bears a mark from now on."""
    new = not getattr(error, "_has_card", False)
    error._has_card = True
    return new


def _prose(sentence):
    """Turn a sentence into a paragraph; what stands between backticks is code."""
    parts = re.split(r"`([^`\n]+)`", sentence)
    written = [html.escape(part) for part in parts]
    written[1::2] = [f"<code>{part}</code>" for part in written[1::2]]
    return "<p>" + "".join(written).replace("\n", "<br>") + "</p>"


def _show(kind, paragraphs, plain):
    shell = notebook_shell()
    if shell is None:
        return False
    name, sign = kind
    word = say("Passed") if kind == PASSED else say("Not yet")
    sign = f'<span class="check-sign" aria-hidden="true">{sign}</span>'
    head = f"<p>{sign}<strong>{word}</strong></p>"
    card = f'<div class="check-card {name}" role="status">{head}{"".join(paragraphs)}</div>'
    written = f"<style>{STYLE}</style>{card}"
    shell.display_pub.publish({"text/html": written, "text/plain": plain})
    return True


def notebook_shell():
    """Return the IPython of a notebook's kernel, or None: nobody else shows HTML."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell if getattr(shell, "kernel", None) is not None else None

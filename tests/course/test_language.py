"""Do checks and figures say the same in each language, and are the catalogues whole?"""

import gettext
import json
import re

import pytest
import sentences

from course import checks
from course.language import say, speak

CATALOGUES = [
    (domain, language) for domain in sentences.FOLDERS for language in sentences.catalogues(domain)
]
PLACE = re.compile(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}")


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    speak("en")


@pytest.fixture(scope="module", params=CATALOGUES, ids="-".join)
def catalogue(request):
    domain, language = request.param
    return sentences.read(sentences.catalogues(domain)[language], language)


@pytest.mark.parametrize(("domain", "language"), CATALOGUES)
def test_every_sentence_is_translated(domain, language):
    catalogue = sentences.read(sentences.catalogues(domain)[language], language)
    said = {message.id for message in catalogue if message.id and message.string}
    fuzzy = {message.id for message in catalogue if message.fuzzy and message.id}
    assert set(sentences.sentences(domain)) == said - fuzzy, "run: make sentences"


def test_a_translation_has_the_values_of_its_sentence(catalogue):
    for message in catalogue:
        # Which article an English word has is nothing to other languages.
        wanted = set(PLACE.findall(message.id)) - {"article"}
        assert set(PLACE.findall(message.string)) == wanted, message.id


@pytest.mark.parametrize(("domain", "language"), CATALOGUES)
def test_what_is_compiled_belongs_to_its_catalogue(domain, language):
    path = sentences.catalogues(domain)[language]
    written = {message.id: message.string for message in sentences.read(path, language)}
    with path.with_suffix(".mo").open("rb") as file:
        found = gettext.GNUTranslations(file)
    said = {sentence: found.gettext(sentence) for sentence in written if sentence}
    assert said == {sentence: written[sentence] for sentence in said}, "run: make sentences"


@pytest.mark.parametrize("language", sentences.catalogues("course"))
def test_the_words_for_the_browser_belong_to_the_catalogue(language):
    path = sentences.catalogues("course")[language]
    written = json.loads(path.with_name("desk.json").read_text(encoding="utf-8"))
    assert written == sentences.of_the_desk(sentences.read(path, language)), "run: make sentences"


def test_what_is_chosen_is_spoken_until_another_is_chosen():
    speak("de")
    assert say("Not yet") == "Noch nicht"
    assert say("an array of shape {shape}", shape=(2, 3)) == "ein Array der Form (2, 3)"
    assert say("nobody has translated this") == "nobody has translated this"
    speak("en")
    assert say("Not yet") == "Not yet"


def test_braces_in_a_value_are_no_places():
    assert say("{said} is not written yet. {write}", said="f({'a': 1})", write="W") == (
        "f({'a': 1}) is not written yet. W"
    )


def test_a_language_that_nobody_has_translated_is_refused():
    with pytest.raises(ValueError, match="does not speak 'xx', only en, de"):
        speak("xx")


def test_a_check_speaks_german():
    speak("de")
    with pytest.raises(checks.CheckFailed) as caught:
        checks.call(lambda x: [1, 2], 3, said="f(3)").is_number()
    assert str(caught.value) == (
        "f(3) sollte eine Zahl sein, ist aber [1, 2], ein Wert vom Typ list der Form (2,). "
        "Wie wird daraus eine Zahl?"
    )
    with pytest.raises(checks.CheckFailed, match=r"^f\(3\) gibt nichts zurück \(None\)\. Endet"):
        checks.call(lambda x: None, 3, said="f(3)")

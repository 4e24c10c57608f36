#!/usr/bin/env python3
"""xAPI statements against what the specification of 1.0.3 says (Part Two, chapters 2.2, 2.4 and 4), and JSON as JSON alone."""

import datetime
import json
import re
import uuid

from journal import ENTRIES, export

STATEMENT = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement", "extensions"}
DEFINITION = {"name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern", "choices", "scale",
              "source", "target", "steps"}
IDENTIFIERS = {"mbox", "mbox_sha1sum", "openid", "account"}
IRI = re.compile(r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


def no_empty(node):
    """2.2: no null (but in an extension), and no empty object."""
    assert node is not None
    if isinstance(node, dict):
        for name, value in node.items():
            if name != "extensions":
                no_empty(value)
    elif isinstance(node, list):
        for value in node:
            no_empty(value)


def is_language_map(node):
    return isinstance(node, dict) and all(LANGUAGE.match(tag) and isinstance(text, str) for tag, text in node.items())


def check_actor(actor):
    """2.4.2: somebody is named by exactly one identifier, or is an anonymous group of such."""
    assert actor.get("objectType", "Agent") in ("Agent", "Group"), actor
    assert len(IDENTIFIERS & set(actor)) == 1 and set(actor) <= IDENTIFIERS | {"objectType", "name", "member"}, actor
    if "account" in actor:
        assert set(actor["account"]) == {"homePage", "name"} and IRI.match(actor["account"]["homePage"]), actor
    if "mbox" in actor:
        assert re.match(r"^mailto:[^@\s]+@[^@\s]+$", actor["mbox"]), actor


def check_object(item):
    """2.4.4."""
    assert item.get("objectType", "Activity") == "Activity" and IRI.match(item["id"]), item
    definition = item.get("definition", {})
    assert set(definition) <= DEFINITION, definition
    assert is_language_map(definition.get("name", {})) and is_language_map(definition.get("description", {})), definition
    assert IRI.match(definition.get("type", "a:b")), definition


def check_statement(statement):
    no_empty(statement)
    assert {"actor", "verb", "object"} <= set(statement) <= STATEMENT, statement
    assert str(uuid.UUID(statement["id"])) == statement["id"].lower(), statement
    assert statement.get("version", "1.0.3").startswith("1.0"), statement
    check_actor(statement["actor"])
    assert IRI.match(statement["verb"]["id"]) and is_language_map(statement["verb"].get("display", {})), statement["verb"]
    check_object(statement["object"])
    result, context = statement.get("result", {}), statement.get("context", {})
    assert set(result) <= RESULT and set(context) <= CONTEXT, statement
    assert isinstance(result.get("response", ""), str) and isinstance(result.get("completion", True), bool), result
    assert -1 <= result.get("score", {}).get("scaled", 0) <= 1, result
    for extensions in (result.get("extensions", {}), context.get("extensions", {}), statement["object"].get("definition", {}).get("extensions", {})):
        assert all(IRI.match(name) for name in extensions), extensions
    assert LANGUAGE.match(context.get("language", "en")), context
    assert datetime.datetime.fromisoformat(statement["timestamp"]).tzinfo is not None, statement


def check_xapi(*more, least=2):
    with open(export("xapi", "statements.json", *more), encoding="utf-8") as file:
        statements = json.load(file, parse_constant=lambda word: 1 / 0)
    assert len(statements) >= least, statements
    for statement in statements:
        check_statement(statement)
    assert len({statement["id"] for statement in statements}) == len(statements), "an id twice"
    return {statement["id"]: statement for statement in statements}


def check_again(first, second):
    """Part Three, 2.1: what comes again under its id is the same, or a record store refuses it."""
    assert any(name in second for name in first), (first, second)
    for name in set(first) & set(second):
        assert first[name] == second[name], (first[name], second[name])


def check_json():
    with open(export("json", "journal.json"), encoding="utf-8") as file:
        journal = json.load(file, parse_constant=lambda word: 1 / 0)
    assert [entry["markdown"] for entry in journal["entries"]] == [entry[4] for entry in ENTRIES]


everything = check_xapi()
check_again(everything, check_xapi("--entry", "evidence", least=1))
check_again(everything, check_xapi("--with-text"))
check_json()

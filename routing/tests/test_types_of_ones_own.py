"""Enumerations and domains of PostgreSQL are told by what they are made of."""

import psycopg
import pytest

from catalog.dictionary.guesses import notation
from routing.tests.conftest import MakeBackend, Server

OWN_TYPES = """
    DROP SCHEMA IF EXISTS film CASCADE;
    CREATE SCHEMA film;
    CREATE TYPE film.rating AS ENUM ('G', 'PG', 'R');
    CREATE DOMAIN film.price AS numeric(8, 2) CHECK (VALUE >= 0);
    CREATE TABLE film.title (title_id int PRIMARY KEY, rating film.rating, price film.price);
    GRANT USAGE ON SCHEMA film TO portal_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA film TO portal_reader;
"""


def test_an_enumeration_and_a_domain_are_described(server: Server, make_postgres: MakeBackend) -> None:
    with psycopg.connect(server.owner_url, autocommit=True) as connection:
        connection.execute(OWN_TYPES)

    found = make_postgres().describe("film.title")

    assert found is not None
    assert {column.name: column.type for column in found.columns} == {
        "title_id": "integer",
        "rating": "enum",
        "price": "numeric(8,2)",
    }


@pytest.mark.parametrize("live_type", ["enum", "citext", "character(3)"])
def test_text_that_takes_no_other_word_is_drafted_as_such(live_type: str) -> None:
    assert notation(live_type) != "string; varchar"

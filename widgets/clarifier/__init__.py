"""From a person's words to a question: interpreters behind one protocol, none of which guesses in silence."""

"""SQL written by a language model: asked for once per shape of question, checked, logged, pinned and composed."""

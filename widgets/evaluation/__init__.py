"""Golden questions, put to whoever writes answers: a language model, the rules interpreter, the compiler."""

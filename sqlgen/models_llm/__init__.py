"""Language models that write SQL: what they are asked, what they answer, how they fail."""

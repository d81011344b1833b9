"""How the tables of the desk came to be, step by step; a step that was published is never changed."""

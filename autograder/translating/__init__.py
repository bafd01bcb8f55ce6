"""A course in another language: its texts stay one, and catalogues hold what is said in them."""

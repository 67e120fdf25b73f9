"""Programs for other libraries that draw what is shown."""

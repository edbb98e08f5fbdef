"""Citizens brought in from a file: read, checked line by line, and written only when somebody says so."""

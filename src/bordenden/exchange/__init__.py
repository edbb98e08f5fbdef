"""Messages and files at the table: each between her and one seat, or for the seats she chooses."""

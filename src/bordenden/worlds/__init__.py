"""Made-up worlds to look at, test and measure; each says of itself that it is made up."""

"""What stands in for the world outside: a push service of our own."""

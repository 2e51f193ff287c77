"""Starts, watches and stops the processes behind `make run`."""

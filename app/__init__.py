"""Settings, wiring and the command line; start reading at `app/cli.py`."""

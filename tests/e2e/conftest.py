from importlib.util import find_spec

# `make test` goes without the browser driver; `make e2e` installs it.
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]

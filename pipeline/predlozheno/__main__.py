"""`python -m predlozheno` is the command `predlozheno`."""

from predlozheno.cli import main

if __name__ == "__main__":
    main()

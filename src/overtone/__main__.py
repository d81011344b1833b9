"""`python -m overtone`: the same command line as `overtone`."""

from overtone.cli import main

if __name__ == "__main__":
    main()

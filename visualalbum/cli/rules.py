"""`visualalbum rules`: what each rule of a manifest is about, and why it is one."""

from __future__ import annotations

import argparse
import sys

HELP = "tell what a rule of manifests is about, why it is one, and how it is kept"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the word before the sentence; without it, all of them")
    parser.add_argument("--markdown", action="store_true", help="print the page of all rules")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 2 for a rule that is not in the catalogue."""
    from visualalbum.manifest import rule_pages
    from visualalbum.manifest.catalogue import CATALOGUE
    from visualalbum.manifest.nearest import remedy
    from visualalbum.said import NOTHING

    if args.markdown:
        print(rule_pages.page(), end="")
    elif args.rule is None:
        width = max(map(len, CATALOGUE))
        print("\n".join(f"{entry.rule:<{width}}  {entry.what}" for entry in CATALOGUE.values()))
    elif args.rule in CATALOGUE:
        print(rule_pages.told(CATALOGUE[args.rule]))
    else:
        cure = remedy(args.rule, tuple(CATALOGUE), NOTHING) or "visualalbum rules lists them"
        print(f"visualalbum: there is no rule {args.rule}; {cure}", file=sys.stderr)
        return 2
    return 0

"""Reading: one document in, everything that stands in it out, each a span of its text.

Names → actors, states, institutions, blocs, topics; speakers → statements; contacts; votes. No door to the world:
the same document and the same facts give the same harvest anywhere, in one process or in a hundred.
"""

from overtone.read.document import READER, explain, read
from overtone.read.names import Decision, explain_names, read_names, topics_of, within

__all__ = ["READER", "Decision", "explain", "explain_names", "read", "read_names", "topics_of", "within"]

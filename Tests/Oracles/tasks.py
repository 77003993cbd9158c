#!/usr/bin/env python3
"""Finds the task list items of Markdown texts with three parsers that are not ours.

Each line of standard input is a JSON string, the text; each line of standard output is its answer, an object:

    {"cmark": [[checked, depth, line], ...], "md4c": [[checked, depth, offset], ...],
     "markdown_it": [[checked, depth, line], ...]}

`checked` is 0 or 1, `depth` counts the enclosing tasks, `offset` is the byte between the brackets, `line` counts from 1
and is 0 where the parser does not know it. md4c finds tasks by itself. cmark (the reference implementation of
CommonMark, which has no tables) and markdown-it know only the blocks; whether a paragraph that begins a list item
begins with a box is said here, in the words of GFM 0.29. Exits with 69 and says what is missing when a parser is.
"""
import ctypes
import ctypes.util
import json
import re
import sys

try:
    from markdown_it import MarkdownIt

    MD4C = ctypes.CDLL("libmd4c.so.0")
    CMARK = ctypes.CDLL(ctypes.util.find_library("cmark") or "libcmark.so")
except (ImportError, OSError) as error:
    print(error, file=sys.stderr)
    sys.exit(69)

BLOCK_LIST_ITEM = 4
# Tables, strikethrough, and task lists: what of md4c's flags changes blocks or tasks.
FLAGS = 0x0100 | 0x0200 | 0x0800

BLOCK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
TEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p)


class ItemDetail(ctypes.Structure):
    _fields_ = [("is_task", ctypes.c_int), ("task_mark", ctypes.c_char), ("task_mark_offset", ctypes.c_uint)]


class Parser(ctypes.Structure):
    _fields_ = [
        ("abi_version", ctypes.c_uint),
        ("flags", ctypes.c_uint),
        ("enter_block", BLOCK),
        ("leave_block", BLOCK),
        ("enter_span", BLOCK),
        ("leave_span", BLOCK),
        ("text", TEXT),
        ("debug_log", ctypes.c_void_p),
        ("syntax", ctypes.c_void_p),
    ]


found = []
items = []


def enter(kind, detail, _):
    if kind == BLOCK_LIST_ITEM:
        item = ctypes.cast(detail, ctypes.POINTER(ItemDetail)).contents
        if item.is_task:
            found.append([int(item.task_mark in b"xX"), sum(items), item.task_mark_offset])
        items.append(1 if item.is_task else 0)
    return 0


def leave(kind, _detail, _data):
    if kind == BLOCK_LIST_ITEM:
        items.pop()
    return 0


PARSER = Parser(
    0, FLAGS, BLOCK(enter), BLOCK(leave), BLOCK(lambda *_: 0), BLOCK(lambda *_: 0), TEXT(lambda *_: 0), None, None
)


def md4c(text):
    data = text.encode()
    found.clear()
    items.clear()
    if MD4C.md_parse(data, len(data), ctypes.byref(PARSER), None) != 0:
        raise RuntimeError("md4c failed")
    return list(found)


MARKDOWN_IT = MarkdownIt("commonmark", {"maxNesting": 1000}).enable("table")
BOX = re.compile(r"\[([ \t\v\f\n\r\u0020xX])\][ \t\v\f\n\r]+\S")


def markdown_it(text):
    tasks = []
    depths = []
    env = {}
    tokens = MARKDOWN_IT.parse(text, env)
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            is_task = False
            if tokens[index + 1].type == "paragraph_open":
                content = tokens[index + 2].content
                if match := BOX.match(content):
                    tasks.append([int(match[1] in "xX"), sum(depths), tokens[index + 1].map[0] + 1])
                    is_task = True
            depths.append(1 if is_task else 0)
        elif token.type == "list_item_close":
            depths.pop()
    return tasks


NODE = ctypes.c_void_p
for name, result, arguments in [
    ("cmark_parse_document", NODE, [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]),
    ("cmark_node_free", None, [NODE]),
    ("cmark_node_first_child", NODE, [NODE]),
    ("cmark_node_next", NODE, [NODE]),
    ("cmark_node_get_type_string", ctypes.c_char_p, [NODE]),
    ("cmark_node_get_literal", ctypes.c_char_p, [NODE]),
    ("cmark_node_get_start_line", ctypes.c_int, [NODE]),
]:
    function = getattr(CMARK, name)
    function.restype, function.argtypes = result, arguments


def children(node):
    child = CMARK.cmark_node_first_child(node)
    while child:
        yield child
        child = CMARK.cmark_node_next(child)


def beginning(paragraph):
    """The text a paragraph begins with, up to the first markup."""
    text = ""
    for node in children(paragraph):
        kind = CMARK.cmark_node_get_type_string(node)
        if kind == b"softbreak":
            text += "\n"
        elif kind == b"text":
            text += CMARK.cmark_node_get_literal(node).decode()
        else:
            # Whatever it is, it is something behind the box.
            return text + "x"
    return text


def cmark(text):
    # An escaped bracket comes back as a bracket; any other escaped sign has the same blocks.
    data = text.replace("\\[", "\\(").encode()
    lines = text.replace("\r\n", "\n").split("\n")
    tasks = []

    def visit(node, depth):
        for child in children(node):
            inner = depth
            if CMARK.cmark_node_get_type_string(child) == b"item":
                first = CMARK.cmark_node_first_child(child)
                if first and CMARK.cmark_node_get_type_string(first) == b"paragraph":
                    # Behind link definitions cmark leaves the blanks of the line in place.
                    if match := BOX.match(beginning(first).lstrip(" \t")):
                        line = CMARK.cmark_node_get_start_line(first)
                        # Link definitions in front belong to the paragraph as cmark counts lines.
                        tasks.append([int(match[1] in "xX"), depth, 0 if "]:" in lines[line - 1] else line])
                        inner += 1
            visit(child, inner)

    root = CMARK.cmark_parse_document(data, len(data), 0)
    visit(root, 0)
    CMARK.cmark_node_free(root)
    return tasks


for line in sys.stdin:
    text = json.loads(line)
    answer = {"cmark": cmark(text), "md4c": md4c(text), "markdown_it": markdown_it(text)}
    print(json.dumps(answer, separators=(",", ":")))

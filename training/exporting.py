"""Trained networks as two ONNX graphs: the encoder with its adapters merged and in 8 bits, the linker as it is.

7-bit weights a channel (`reduce_range`), so that processors with and without VNNI add up the same whole numbers.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.networks import EPSILON, HEADS, HIDDEN, WIDTH, Layer, Networks

OPSET, IR = 20, 10
FLOAT, LONG, INT = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32


class Graph:
    """Nodes and constants as they are put together."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        value = np.ascontiguousarray(value)
        value = value.astype(np.float32) if value.dtype == np.float64 else value
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        product = self.node("MatMul", [x, self.constant(f"{name}.w", weight.T)], f"{name}.product")
        return self.node("Add", [product, self.constant(f"{name}.b", bias)], f"{name}.out")

    def norm(self, x: str, layer: nn.LayerNorm, name: str) -> str:
        scale = self.constant(f"{name}.scale", numbers(layer.weight))
        shift = self.constant(f"{name}.shift", numbers(layer.bias))
        return self.node("LayerNormalization", [x, scale, shift], f"{name}.out", axis=-1, epsilon=EPSILON)

    def model(
        self, name: str, inputs: list[tuple[str, int, list]], outputs: list[tuple[str, int, list]]
    ) -> onnx.ModelProto:
        def told(some: list[tuple[str, int, list]]) -> list[onnx.ValueInfoProto]:
            return [helper.make_tensor_value_info(*one) for one in some]

        graph = helper.make_graph(self.nodes, name, told(inputs), told(outputs), self.constants)
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
        onnx.checker.check_model(made)
        return made


def numbers(tensor: Tensor) -> np.ndarray:
    """A tensor's values."""
    return tensor.detach().numpy().astype(np.float32)


def export(networks: Networks, folder: Path) -> None:
    """Write `attribution-encoder.onnx` and `attribution-linker.onnx` into a folder."""
    networks.eval()
    whole = folder / "whole.onnx"
    onnx.save(encoder(networks), whole)
    quantize_dynamic(
        whole,
        folder / "attribution-encoder.onnx",
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()
    onnx.save(linker(networks), folder / "attribution-linker.onnx")


def encoder(networks: Networks) -> onnx.ModelProto:
    """vectors, shapes, quoted, cues, mask → states, chances."""
    g = Graph()
    tables = {"shapes": networks.shape, "quoted": networks.quote, "cues": networks.space}
    for name, table in tables.items():
        g.node("Gather", [g.constant(f"of.{name}", numbers(table.weight)), name], f"told.{name}", axis=0)
    told = g.node("Add", [g.node("Add", ["told.shapes", "told.quoted"], "told.two"), "told.cues"], "told")
    given = g.linear(
        g.node("Gelu", [told], "told.bent"), numbers(networks.infeat.weight), numbers(networks.infeat.bias), "given"
    )
    ends = [g.constant(name, np.array([value], np.int64)) for name, value in (("zero", 0), ("one", 1), ("two", 2))]
    length = g.node("Slice", [g.node("Shape", ["vectors"], "shape"), ends[1], ends[2]], "length")
    table = g.constant("places", numbers(networks.pos) + numbers(networks.type0))
    places = g.node("Slice", [table, ends[0], length, ends[0]], "places.here")
    x = g.node("Add", [g.node("Add", ["vectors", given], "x.given"), places], "x.placed")
    x = g.norm(x, networks.ln, "ln")
    g.constant("by.head", np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
    g.constant("whole", np.array([0, 0, WIDTH], np.int64))
    for number, layer in enumerate(networks.layers):
        x = _layer(g, x, layer, f"l{number}")
    x = g.linear(
        g.node("Concat", [x, told], "x.told", axis=-1), numbers(networks.mix.weight), numbers(networks.mix.bias), "mix"
    )
    states = g.node("Gelu", [x], "states")
    g.node(
        "Softmax",
        [g.linear(states, numbers(networks.cue.weight), numbers(networks.cue.bias), "cue")],
        "chances",
        axis=-1,
    )
    lists = [(name, LONG, ["b", "t"]) for name in tables]
    inputs = [("vectors", FLOAT, ["b", "t", WIDTH]), *lists, ("mask", FLOAT, ["b", 1, 1, "t"])]
    return g.model(
        "encoder", inputs, [("states", FLOAT, ["b", "t", networks.mix.out_features]), ("chances", FLOAT, ["b", "t", 3])]
    )


def _layer(g: Graph, x: str, layer: Layer, name: str) -> str:
    def heads(part: str, order: list[int], scale: float = 1.0) -> str:
        matrix = getattr(layer, part)
        y = g.linear(x, numbers(matrix.merged()) * scale, numbers(matrix.b) * scale, f"{name}.{part}")
        return g.node(
            "Transpose",
            [g.node("Reshape", [y, "by.head"], f"{name}.{part}.heads")],
            f"{name}.{part}.turned",
            perm=order,
        )

    def through(y: str, part: str) -> str:
        matrix = getattr(layer, part)
        return g.linear(y, numbers(matrix.merged()), numbers(matrix.b), f"{name}.{part}")

    q = heads("q", [0, 2, 1, 3], (WIDTH // HEADS) ** -0.5)
    k, v = heads("k", [0, 2, 3, 1]), heads("v", [0, 2, 1, 3])
    barred = g.node("Add", [g.node("MatMul", [q, k], f"{name}.scores"), "mask"], f"{name}.barred")
    seen = g.node("MatMul", [g.node("Softmax", [barred], f"{name}.shares", axis=-1), v], f"{name}.seen")
    seen = g.node("Reshape", [g.node("Transpose", [seen], f"{name}.back", perm=[0, 2, 1, 3]), "whole"], f"{name}.whole")
    y = g.norm(g.node("Add", [through(seen, "ao"), x], f"{name}.first"), layer.aln, f"{name}.aln")
    inner = g.node("Gelu", [through(y, "fi")], f"{name}.bent")
    return g.norm(g.node("Add", [through(inner, "fo"), y], f"{name}.second"), layer.oln, f"{name}.oln")


def linker(networks: Networks) -> onnx.ModelProto:
    """states, marks, away, lengths → logits."""
    g = Graph()
    first, last = g.constant("first", np.array([1], np.int64)), g.constant("last", np.array([-1], np.int64))
    marks = g.node("Unsqueeze", ["marks", last], "marks.wide")
    total = g.node("ReduceSum", [g.node("Mul", ["states", marks], "marked"), first], "total", keepdims=1)
    cue = g.node("Div", [total, g.node("ReduceSum", [marks, first], "count", keepdims=1)], "cue")
    key = g.linear(cue, numbers(networks.key.weight), numbers(networks.key.bias), "key")
    away = g.node("Gather", [g.constant("steps", numbers(networks.rel.weight)), "away"], "stepped", axis=0)
    x = g.node("Gelu", [g.node("Add", [g.node("Add", ["states", away], "x.away"), key], "x.key")], "x")
    x = g.node("Transpose", [x], "x.turned", perm=[1, 0, 2])
    gru = networks.gru

    def both(part: str) -> np.ndarray:
        return np.stack([_reordered(numbers(getattr(gru, f"{part}_l0{way}"))) for way in ("", "_reverse")])

    bias = np.concatenate([both("bias_ih"), both("bias_hh")], axis=1)
    parts = [g.constant("W", both("weight_ih")), g.constant("R", both("weight_hh")), g.constant("B", bias)]
    seen = g.node(
        "GRU", [x, *parts, "lengths"], "seen", hidden_size=HIDDEN, direction="bidirectional", linear_before_reset=1
    )
    shape = g.constant("both", np.array([0, 0, 2 * HIDDEN], np.int64))
    seen = g.node("Reshape", [g.node("Transpose", [seen], "seen.turned", perm=[2, 0, 1, 3]), shape], "seen.both")
    g.node("Identity", [g.linear(seen, numbers(networks.out.weight), numbers(networks.out.bias), "out")], "logits")
    inputs = [("states", FLOAT, ["k", "t", networks.mix.out_features]), ("marks", FLOAT, ["k", "t"])]
    return g.model(
        "linker", [*inputs, ("away", LONG, ["k", "t"]), ("lengths", INT, ["k"])], [("logits", FLOAT, ["k", "t", 5])]
    )


def _reordered(gates: np.ndarray) -> np.ndarray:
    """Gates in ONNX's order (update, reset, new) from torch's (reset, update, new)."""
    reset, update, new = np.split(gates, 3)
    return np.concatenate([update, reset, new])

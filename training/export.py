"""The trained encoder as one ONNX file, its weights in whole numbers of eight bits."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.marks import MarkingEncoder

LARGE = 10_000  # cells from which a table of weights is worth shrinking
OPSET = 17
AXES = {0: "texts", 1: "pieces"}


def export(encoder: MarkingEncoder, target: Path) -> None:
    """Write the encoder: (texts, pieces) ids in, (texts, pieces, width) vectors and marks out.

    Only the weights are shrunk; the program computes in floats, so that a text has the same
    vector on every machine and in whatever company it comes.
    """
    encoder.eval()
    example = (torch.ones(1, 5, dtype=torch.long), torch.ones(1, 5, dtype=torch.bool))
    torch.onnx.export(
        encoder, example, str(target), dynamo=False, opset_version=OPSET,
        input_names=["pieces", "mask"], output_names=["words", "marks"],
        dynamic_axes={name: AXES for name in ("pieces", "mask", "words", "marks")},
    )  # fmt: skip
    model = onnx.load(target)
    shrink(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def shrink(graph: onnx.GraphProto) -> None:
    """Replace each large table by its whole numbers, and a scale for each of its columns."""
    large = [one for one in graph.initializer if np.prod(one.dims) >= LARGE]
    nodes: list[onnx.NodeProto] = []
    for one in large:
        gather = [
            node for node in graph.node if node.op_type == "Gather" and one.name in node.input
        ]
        axis = 1 if gather else 0
        whole, scale = whole_numbers(numpy_helper.to_array(one), axis)
        graph.initializer.remove(one)
        graph.initializer.extend(
            [
                numpy_helper.from_array(whole, f"{one.name}.whole"),
                numpy_helper.from_array(scale, f"{one.name}.scale"),
            ]
        )
        nodes += _gathered(graph, gather[0], one.name) if gather else list(_widened(one.name))
    kept = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *kept])


def whole_numbers(
    table: NDArray[np.float32], axis: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return numbers from -127 to 127 and the scales that bring the table back."""
    scale = np.abs(table).max(axis=axis, keepdims=True) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(table / scale).astype(np.int8), scale


def _widened(name: str, of: str = "", scale: str = "") -> Iterator[onnx.NodeProto]:
    """Yield what makes floats of a table; it is computed once, when the file is loaded."""
    yield helper.make_node("Cast", [of or f"{name}.whole"], [f"{name}.cast"], to=TensorProto.FLOAT)
    yield helper.make_node("Mul", [f"{name}.cast", scale or f"{name}.scale"], [name])


def _gathered(graph: onnx.GraphProto, gather: onnx.NodeProto, name: str) -> list[onnx.NodeProto]:
    """Look the words up first and widen only what was found: most words are never said."""
    ids, out = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    return [
        helper.make_node("Gather", [f"{name}.whole", ids], [f"{out}.whole"], axis=0),
        helper.make_node("Gather", [f"{name}.scale", ids], [f"{out}.scale"], axis=0),
        *_widened(out, f"{out}.whole", f"{out}.scale"),
    ]

// Graph -> ONNX ModelProto. Weights stay where they are: external data is a byte range of a file.

import { ONNX_DTYPES } from './dtype.ts';
import type { Attribute, Constant, Graph, GraphNode, Value } from './graph.ts';
import { ProtobufMessage } from './protobuf.ts';

/** Opset 21 is the newest that every onnxruntime back end we use accepts; it has Gelu. */
const OPSET_VERSION = 21;
const IR_VERSION = 10;
const DATA_LOCATION_EXTERNAL = 1;
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;

// Field numbers of onnx.proto.
const MODEL = { irVersion: 1, producerName: 2, graph: 7, opsetImport: 8 } as const;
const OPSET = { domain: 1, version: 2 } as const;
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, int: 3, ints: 8, type: 20 } as const;
const TENSOR = {
  dims: 1,
  dataType: 2,
  name: 8,
  rawData: 9,
  externalData: 13,
  dataLocation: 14,
} as const;
const ENTRY = { key: 1, value: 2 } as const;
const VALUE_INFO = { name: 1, type: 2 } as const;
const TYPE = { tensorType: 1 } as const;
const TENSOR_TYPE = { elemType: 1, shape: 2 } as const;
const SHAPE = { dim: 1 } as const;
const DIMENSION = { value: 1 } as const;

/** The bytes of an ONNX model. Same graph, same bytes. */
export function encodeModel(graph: Graph): Uint8Array {
  const body = new ProtobufMessage();
  for (const node of graph.nodes) body.message(GRAPH.node, encodeNode(node));
  body.text(GRAPH.name, graph.name);
  for (const constant of graph.constants) body.message(GRAPH.initializer, encodeConstant(constant));
  for (const input of graph.inputs) body.message(GRAPH.input, encodeValue(input));
  for (const output of graph.outputs) body.message(GRAPH.output, encodeValue(output));
  return new ProtobufMessage()
    .integer(MODEL.irVersion, IR_VERSION)
    .text(MODEL.producerName, 'parley')
    .message(MODEL.graph, body)
    .message(
      MODEL.opsetImport,
      new ProtobufMessage().text(OPSET.domain, '').integer(OPSET.version, OPSET_VERSION),
    )
    .encode();
}

function encodeNode(node: GraphNode): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const input of node.inputs) message.text(NODE.input, input.name);
  message.text(NODE.output, node.output.name).text(NODE.name, node.name).text(NODE.opType, node.op);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message.message(NODE.attribute, encodeAttribute(name, attribute));
  }
  return message;
}

function encodeAttribute(name: string, attribute: Attribute): ProtobufMessage {
  const message = new ProtobufMessage().text(ATTRIBUTE.name, name);
  if (attribute.kind === 'float') message.float(ATTRIBUTE.float, attribute.value);
  else if (attribute.kind === 'int') message.integer(ATTRIBUTE.int, attribute.value);
  else for (const value of attribute.value) message.integer(ATTRIBUTE.ints, value);
  return message.integer(ATTRIBUTE.type, ATTRIBUTE_TYPES[attribute.kind]);
}

function encodeConstant({ value, source }: Constant): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const size of value.shape) message.integer(TENSOR.dims, size);
  message.integer(TENSOR.dataType, ONNX_DTYPES[value.dtype]).text(TENSOR.name, value.name);
  if (source.kind === 'inline') return message.bytes(TENSOR.rawData, source.bytes);
  const place = {
    location: source.file,
    offset: String(source.offset),
    length: String(source.length),
  };
  for (const [key, text] of Object.entries(place)) {
    message.message(
      TENSOR.externalData,
      new ProtobufMessage().text(ENTRY.key, key).text(ENTRY.value, text),
    );
  }
  return message.integer(TENSOR.dataLocation, DATA_LOCATION_EXTERNAL);
}

function encodeValue(value: Value): ProtobufMessage {
  const shape = new ProtobufMessage();
  for (const size of value.shape)
    shape.message(SHAPE.dim, new ProtobufMessage().integer(DIMENSION.value, size));
  const tensor = new ProtobufMessage()
    .integer(TENSOR_TYPE.elemType, ONNX_DTYPES[value.dtype])
    .message(TENSOR_TYPE.shape, shape);
  const type = new ProtobufMessage().message(TYPE.tensorType, tensor);
  return new ProtobufMessage().text(VALUE_INFO.name, value.name).message(VALUE_INFO.type, type);
}

import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Differences between runs")
struct RunDifferenceTests {
  private func run(
    weights: String = "w", size: JSONValue = [64, 64], images: String = "i",
    activation: JSONValue = .null, methods: JSONValue = ["m"]
  ) -> ResultDocument {
    ResultDocument(
      hash: "h",
      experiment: [
        "name": "run",
        "content": [
          "methods": methods, "protocol": ["inputSize": size],
          "dataset": ["kind": "folder", "images": ["count": 3, "sha256": .string(images)]],
          "model": ["checkpoint": .string(weights), "activation": activation],
        ],
      ], rows: [],
      execution: Execution(
        date: Date(timeIntervalSince1970: 0), version: "", arguments: [], processor: "",
        matrixKernels: nil, workers: 1, batch: 1, files: [:], seconds: [:]))
  }

  @Test("Methods and weights are what one compares")
  func comparable() {
    #expect(RunDifference.between([run(), run(weights: "v", methods: ["n"])]).isEmpty)
    #expect(RunDifference.between([run(), run(weights: "v", activation: "gelu")]).isEmpty)
    #expect(RunDifference.between([run()]).isEmpty)
    #expect(RunDifference.between([]).isEmpty)
  }

  @Test("Whatever else differs is told by its key, with the runs of each value")
  func different() {
    #expect(
      RunDifference.between([
        run(), run(size: [32, 64]), run(images: "0123456789"), run(size: [32, 64]),
      ]) == [
        RunDifference(
          key: "dataset.images",
          values: [
            RunDifference.Value(words: "3 (i)", runs: [0, 1, 3]),
            RunDifference.Value(words: "3 (01234567)", runs: [2]),
          ]),
        RunDifference(
          key: "protocol.inputSize",
          values: [
            RunDifference.Value(words: "64 × 64", runs: [0, 2]),
            RunDifference.Value(words: "32 × 64", runs: [1, 3]),
          ]),
      ])
    let stated = RunDifference.between([run(), run(activation: "gelu")])
    #expect(stated.map(\.key) == ["model.activation"])
  }
}

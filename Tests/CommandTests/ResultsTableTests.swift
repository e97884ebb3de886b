import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate table results")
  struct ResultsTableTests {
    /// Small results written by hand: two runs on Cityscapes of different input sizes, drawn scenes, and
    /// a multi-label run.
    static let runs = "Tests/CommandTests/Fixtures/runs"

    private func table(_ arguments: [String]) async throws -> EvaluateProcess {
      try await EvaluateProcess.run(["table", "results"] + arguments)
    }

    @Test("Terminal: a table a task, rules between data sets, and what makes rows incomparable")
    func terminal() async throws {
      let process = try await table([Self.runs])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.messages == "")
      #expect(
        process.output == """
          DEMO segmentation
          Run           Data set        Model             Method        Images   mIoU   mAcc   aAcc  fwIoU
          ────────────────────────────────────────────────────────────────────────────────────────────────
          meadow        DEMO folder     mine.safetensors  clip-surgery       3  12.50  13.00  14.00  15.00
          ────────────────────────────────────────────────────────────────────────────────────────────────
          street        cityscapes val  ViT-B/16          clip             500   1.01   2.00   3.00   4.00
          street        cityscapes val  ViT-B/16          clip-surgery     500   5.50   6.00   7.00      –
          street-small  cityscapes val  ViT-B/16          clip-surgery     500   8.25   9.00  10.00  11.00
          In percent.
          Not comparable, segmentation on cityscapes: protocol.inputSize is 512 × 512 in street; 224 × 224 in street-small.
          DEMO: 3 scenes of seed 7, drawn. The numbers say nothing about a benchmark.

          multi-label
          Run     Data set      Model     Method         Images    mAP  labelledMAP   F1@3   F1@5
          ───────────────────────────────────────────────────────────────────────────────────────
          labels  voc2007 test  ViT-B/16  clip             4952  50.00        51.00  40.50  30.00
          labels  voc2007 test  ViT-B/16  clip, softmax    4952  52.00        53.12  41.25      –
          In percent.

          """)
    }

    @Test("Markdown: the best of comparable rows is in bold")
    func markdown() async throws {
      let process = try await table(["\(Self.runs)/labels/result.json", "--format", "markdown"])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(
        process.output == """
          **multi-label**

          | Run    | Data set     | Model    | Method        | Images |       mAP | labelledMAP |      F1@3 |  F1@5 |
          | ------ | ------------ | -------- | ------------- | -----: | --------: | ----------: | --------: | ----: |
          | labels | voc2007 test | ViT-B/16 | clip          |   4952 |     50.00 |       51.00 |     40.50 | 30.00 |
          | labels | voc2007 test | ViT-B/16 | clip, softmax |   4952 | **52.00** |   **53.12** | **41.25** |     – |

          In percent.

          """)
    }

    @Test("LaTeX")
    func latex() async throws {
      let process = try await table([
        "\(Self.runs)/street", "\(Self.runs)/street-small", "--format", "latex",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(
        process.output == #"""
          % Needs \usepackage{booktabs}.
          \begin{table}
            \centering
            \caption{segmentation}
            \begin{tabular}{llllrrrrr}
              \toprule
              Run & Data set & Model & Method & Images & mIoU & mAcc & aAcc & fwIoU \\
              \midrule
              street & cityscapes val & ViT-B/16 & clip & 500 & 1.01 & 2.00 & 3.00 & 4.00 \\
              street & cityscapes val & ViT-B/16 & clip-surgery & 500 & 5.50 & 6.00 & 7.00 & -- \\
              street-small & cityscapes val & ViT-B/16 & clip-surgery & 500 & 8.25 & 9.00 & 10.00 & 11.00 \\
              \bottomrule
            \end{tabular}

            {\footnotesize In percent.}

            {\footnotesize Not comparable, segmentation on cityscapes: protocol.inputSize is 512 × 512 in street; 224 × 224 in street-small.}
          \end{table}

          """#)
    }

    @Test("CSV: one table for all tasks, and what makes rows incomparable on standard error")
    func csv() async throws {
      let process = try await table([Self.runs, "--format", "csv"])
      #expect(process.exitCode == 0, "\(process.messages)")
      let hashes = process.output.split(separator: "\r\n").dropFirst().compactMap {
        $0.split(separator: ",", omittingEmptySubsequences: false).last
      }
      #expect(hashes.count == 6 && hashes.allSatisfy { $0.count == 64 })
      #expect(
        process.output.replacing(/,[0-9a-f]{64}\r\n/, with: "\n") == """
          task,run,data set,model,method,images,mIoU,mAcc,aAcc,fwIoU,mAP,labelledMAP,F1@3,F1@5,hash\r
          segmentation,meadow,DEMO folder,mine.safetensors,clip-surgery,3,12.50,13.00,14.00,15.00,,,,
          segmentation,street,cityscapes val,ViT-B/16,clip,500,1.01,2.00,3.00,4.00,,,,
          segmentation,street,cityscapes val,ViT-B/16,clip-surgery,500,5.50,6.00,7.00,,,,,
          segmentation,street-small,cityscapes val,ViT-B/16,clip-surgery,500,8.25,9.00,10.00,11.00,,,,
          multi-label,labels,voc2007 test,ViT-B/16,clip,4952,,,,,50.00,51.00,40.50,30.00
          multi-label,labels,voc2007 test,ViT-B/16,"clip, softmax",4952,,,,,52.00,53.12,41.25,

          """)
      #expect(
        process.messages.contains(
          "Not comparable, segmentation on cityscapes: protocol.inputSize is 512 × 512 in street"))
    }

    @Test(
      "A place without a run is refused",
      arguments: [("Configs", "no result.json in it"), ("nowhere", "no such file or folder")])
    func nothing(place: String, reason: String) async throws {
      let process = try await table([place])
      process.expectRefusal(mentioning: [place, reason])
    }
  }
}

import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate table paper")
  struct PaperTableTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The part of a command's output that is the table of segmentation, or all of it as CSV.
    private func segmentation(_ format: String) async throws -> String {
      let process = try await EvaluateProcess.run([
        "table", "paper", "--runs", folder.url.argument, "--format", format,
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.messages == "")
      let name = folder.url.argument
      return Self.tables(of: process.output, as: format)
        .first { format == "csv" || $0.contains("open-vocabulary semantic segmentation") }?
        .replacing(name, with: "RUNS/").replacing(/hash [0-9a-f]{12}/, with: "hash HASH") ?? ""
    }

    /// The single tables of an output.
    private static func tables(of output: String, as format: String) -> [String] {
      let beginnings = [
        "terminal": "\n\nTable ", "markdown": "\n\n**Table ", "latex": "\n\n% Needs ",
      ]
      guard let beginning = beginnings[format] else { return [output] }
      return ("\n\n" + output).components(separatedBy: beginning).dropFirst()
        .map { String(beginning.dropFirst(2)) + $0 }
    }

    /// Writes the result that a run of Cityscapes under the paper's protocol would have, with made-up
    /// numbers: what the program says of the experiment on drawn scenes, with the scenes' mark, the
    /// number of images and the weights of the real ones.
    private func writeRun(_ name: String, change: (inout [String: Any]) -> Void = { _ in })
      async throws
    {
      let data = folder.url.appending(path: ".drawn")
      if (try? data.checkResourceIsReachable()) != true {
        let drawn = try await EvaluateProcess.run([
          "datasets", "demo", "--layout", "cityscapes", "--scenes", "2", "--output", data.argument,
        ])
        #expect(drawn.exitCode == 0, "\(drawn.messages)")
      }
      let shown = try await EvaluateProcess.run([
        "show", "--config", "cityscapes", "--data", data.argument, "--set",
        "model.checkpoint=\(Demo.checkpoint.argument)", "--json",
      ])
      #expect(shown.exitCode == 0, "\(shown.messages)")
      var experiment = try #require(
        try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
      var content = try #require(experiment["content"] as? [String: Any])
      var dataset = try #require(content["dataset"] as? [String: Any])
      #expect(dataset.removeValue(forKey: "demo") != nil)
      content["dataset"] = dataset
      var model = try #require(content["model"] as? [String: Any])
      model["checkpoint"] = "5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f"
      model["vocabulary"] = "924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a"
      model["heads"] = ["vision": 12, "text": 8]
      content["model"] = model
      change(&content)
      experiment["content"] = content
      let images = (content["images"] as? Int) ?? 500
      let result: [String: Any] = [
        "schemaVersion": 1, "hash": String(repeating: "0123456789abcdef", count: 4),
        "experiment": experiment,
        "rows": [
          ("clip", 7.25), ("clip-surgery", 31.62),
        ].map { method, value in
          [
            "method": method, "images": images, "metrics": ["mIoU": value], "perClass": [],
            "leftOutOfMeans": [],
          ] as [String: Any]
        },
        "execution": [
          "date": "2026-01-01T00:00:00Z", "version": "0", "arguments": [], "processor": "",
          "workers": 1, "batch": 1, "files": [:], "seconds": [:],
        ] as [String: Any],
      ]
      try folder.write(
        try JSONSerialization.data(withJSONObject: result), to: "\(name)/result.json")
    }

    private static let protocolNote = """
      Of the protocol, inferred: inputSize, resize, classNames, aliases, background, absentClasses; our \
      own choice: precision, truncateText.
      """

    @Test("Terminal: a run stands beside the paper's number, and what is missing is named")
    func terminal() async throws {
      try await writeRun("street")
      #expect(
        try await segmentation("terminal") == """
          Table 6: open-vocabulary semantic segmentation, ViT-B/16, mIoU
                                            PASCAL Context      COCO-Stuff         Cityscapes
          Method        Weights  Training  paper    ours  Δ  paper    ours  Δ  paper   ours     Δ
          ───────────────────────────────────────────────────────────────────────────────────────
          ViL-Seg       CLIP     yes        16.3       –  –   16.4       –  –      –      –     –
          ReCo          CLIP     yes        22.3       –  –   14.8       –  –   21.1      –     –
          GroupViT      scratch  yes        22.4       –  –   13.3       –  –   12.4      –     –
          SegCLIP       CLIP     yes        24.7       –  –      –       –  –      –      –     –
          MaskCLIP      CLIP     no         22.4       –  –   15.3       –  –   22.7      –     –
          CLIP Surgery  CLIP     no         29.3  no run  –   21.9  no run  –   31.4  31.62  +0.2
          In percent. Δ: ours less the paper's, at the paper's digits.
          Paper: Table 6 of the first version, as the picture in the authors' repository.
          Which images of COCO-Stuff the paper took is not known; ours are the 5,000 of val2017.
          \(Self.protocolNote)
          Ours of paper/segmentation-cityscapes: RUNS/street, hash HASH.
          No run: evaluate --config paper/segmentation-context59 --data DIR
          No run: evaluate --config paper/segmentation-coco-stuff171 --data DIR
          """)
    }

    @Test("Markdown")
    func markdown() async throws {
      try await writeRun("street")
      let table = try await segmentation("markdown")
      #expect(
        table.split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n") == """
          | Method       | Weights | Training | PASCAL Context, paper | PASCAL Context, ours | PASCAL Context, Δ | COCO-Stuff, paper | COCO-Stuff, ours | COCO-Stuff, Δ | Cityscapes, paper | Cityscapes, ours | Cityscapes, Δ |
          | ------------ | ------- | -------- | --------------------: | -------------------: | ----------------: | ----------------: | ---------------: | ------------: | ----------------: | ---------------: | ------------: |
          | ViL-Seg      | CLIP    | yes      |                  16.3 |                    – |                 – |              16.4 |                – |             – |                 – |                – |             – |
          | ReCo         | CLIP    | yes      |                  22.3 |                    – |                 – |              14.8 |                – |             – |              21.1 |                – |             – |
          | GroupViT     | scratch | yes      |                  22.4 |                    – |                 – |              13.3 |                – |             – |              12.4 |                – |             – |
          | SegCLIP      | CLIP    | yes      |                  24.7 |                    – |                 – |                 – |                – |             – |                 – |                – |             – |
          | MaskCLIP     | CLIP    | no       |                  22.4 |                    – |                 – |              15.3 |                – |             – |              22.7 |                – |             – |
          | CLIP Surgery | CLIP    | no       |              **29.3** |               no run |                 – |          **21.9** |           no run |             – |          **31.4** |            31.62 |          +0.2 |
          """)
      #expect(table.hasPrefix("**Table 6: open-vocabulary semantic segmentation, ViT-B/16, mIoU**"))
      #expect(
        table.contains("\n\nOurs of paper/segmentation-cityscapes: RUNS/street, hash HASH.\n"))
    }

    @Test("LaTeX: booktabs, a rule below each data set, the best in bold")
    func latex() async throws {
      try await writeRun("street")
      let table = try await segmentation("latex")
      let end = try #require(table.range(of: "\\end{tabular}")).upperBound
      #expect(
        String(table[..<end]) == #"""
          % Needs \usepackage{booktabs}.
          \begin{table}
            \centering
            \caption{Table 6: open-vocabulary semantic segmentation, ViT-B/16, mIoU}
            \begin{tabular}{lllrrrrrrrrr}
              \toprule
               &  &  & \multicolumn{3}{c}{PASCAL Context} & \multicolumn{3}{c}{COCO-Stuff} & \multicolumn{3}{c}{Cityscapes} \\
              \cmidrule(lr){4-6} \cmidrule(lr){7-9} \cmidrule(lr){10-12}
              Method & Weights & Training & paper & ours & $\Delta$ & paper & ours & $\Delta$ & paper & ours & $\Delta$ \\
              \midrule
              ViL-Seg & CLIP & yes & 16.3 & -- & -- & 16.4 & -- & -- & -- & -- & -- \\
              ReCo & CLIP & yes & 22.3 & -- & -- & 14.8 & -- & -- & 21.1 & -- & -- \\
              GroupViT & scratch & yes & 22.4 & -- & -- & 13.3 & -- & -- & 12.4 & -- & -- \\
              SegCLIP & CLIP & yes & 24.7 & -- & -- & -- & -- & -- & -- & -- & -- \\
              MaskCLIP & CLIP & no & 22.4 & -- & -- & 15.3 & -- & -- & 22.7 & -- & -- \\
              CLIP Surgery & CLIP & no & \textbf{29.3} & no run & -- & \textbf{21.9} & no run & -- & \textbf{31.4} & 31.62 & $+$0.2 \\
              \bottomrule
            \end{tabular}
          """#)
    }

    @Test("CSV: a record a cell with its experiment, its run and its source")
    func csv() async throws {
      try await writeRun("street")
      let records = try await segmentation("csv").components(separatedBy: "\r\n")
      #expect(
        records.first
          == "table,row,column,score,paper,ours,difference,config,run,remark,source")
      let source =
        "\"Table 6 of the first version, as the picture in the authors' repository\""
      #expect(
        records.filter { $0.hasPrefix("segmentation,CLIP Surgery") } == [
          """
          segmentation,CLIP Surgery CLIP no,PASCAL Context,mIoU,29.3,,,\
          paper/segmentation-context59,,no run,\(source)
          """,
          """
          segmentation,CLIP Surgery CLIP no,COCO-Stuff,mIoU,21.9,,,\
          paper/segmentation-coco-stuff171,,no run,\(source)
          """,
          """
          segmentation,CLIP Surgery CLIP no,Cityscapes,mIoU,31.4,31.62,+0.2,\
          paper/segmentation-cityscapes,RUNS/street,,\(source)
          """,
        ])
      #expect(
        records.filter { $0.hasPrefix("gem,CLIP Surgery,ADE20K") }.first?.contains(
          ",12.9,,,paper/segmentation-ade20k150,,\"no run; the published number is of the protocol gem"
        )
          == true)
    }

    @Test("A run that is drawn, limited or altered is named below the table and not taken")
    func leftOut() async throws {
      try await writeRun("altered") { content in
        var choices = content["protocol"] as? [String: Any] ?? [:]
        choices["inputSize"] = [336, 336]
        content["protocol"] = choices
      }
      try await writeRun("limited") { $0["images"] = 50 }
      let run = try await EvaluateProcess.run([
        "--config", "cityscapes", "--data", folder.url.appending(path: ".drawn").argument, "--set",
        "protocol=demo", "--set", "model.checkpoint=\(Demo.checkpoint.argument)", "--limit", "1",
        "--output", folder.url.appending(path: "drawn").argument,
      ])
      #expect(run.exitCode == 0, "\(run.messages)")
      let lines = try await segmentation("terminal").split(separator: "\n")
      let row = lines.first { $0.hasPrefix("CLIP Surgery") }
      #expect(row?.ranges(of: "no run").count == 3, "\(lines)")
      let notes = lines.filter { $0.hasPrefix("Not taken: ") }
      #expect(
        notes.contains(
          """
          Not taken: RUNS/altered: protocol.inputSize is 336 × 336 and not 512 × 512.
          """), "\(notes)")
      #expect(notes.contains("Not taken: RUNS/limited: 50 of 500 images."), "\(notes)")
      let drawn = try #require(notes.first { $0.contains("RUNS/drawn") })
      for reason in [
        "drawn scenes (2 scenes", "1 of 500 images", "templates is", "the weights are",
      ] {
        #expect(drawn.contains(reason), "\(drawn)")
      }
      #expect(notes.count == 3, "\(notes)")
    }

    @Test("A result that cannot be read is told and left out")
    func unreadable() async throws {
      try folder.write("{", to: "broken/result.json")
      let process = try await EvaluateProcess.run([
        "table", "paper", "--runs", folder.url.argument,
      ])
      #expect(process.exitCode == 0)
      #expect(process.messages.contains("broken/result.json"), "\(process.messages)")
    }

    @Test("A folder of runs that is not there is refused")
    func missing() async throws {
      let process = try await EvaluateProcess.run(["table", "paper", "--runs", "nowhere"])
      process.expectRefusal(mentioning: ["nowhere", "no such file or folder"])
    }
  }
}

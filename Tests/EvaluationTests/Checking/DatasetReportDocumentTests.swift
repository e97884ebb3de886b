import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite("Report of a check as JSON")
struct DatasetReportDocumentTests {
  @Test("the whole form")
  func wholeForm() throws {
    let set = try LabelledFolder(ids: ["a"])
    try set.writeLabels("a", [9, 2, 2, 2, 1, 1, 1, 1, 1, 1, 0, 0])
    let text = try set.check().report().jsonText
    let folder = set.folder.url.path(percentEncoded: false)
    #expect(
      text.replacing(folder, with: "") == """
        {
          "classes" : [

          ],
          "classesNeverSeen" : [
            "bird"
          ],
          "dataset" : "small",
          "demo" : null,
          "images" : {
            "expected" : [

            ],
            "found" : 1
          },
          "imagesWithoutClass" : null,
          "labels" : [
            {
              "encoding" : "raw",
              "images" : 1,
              "meaning" : "ignored",
              "pixels" : 2,
              "value" : 0
            },
            {
              "class" : "cat",
              "encoding" : "raw",
              "images" : 1,
              "meaning" : "class",
              "pixels" : 6,
              "value" : 1
            },
            {
              "class" : "dog",
              "encoding" : "raw",
              "images" : 1,
              "meaning" : "class",
              "pixels" : 3,
              "value" : 2
            },
            {
              "encoding" : "raw",
              "images" : 1,
              "meaning" : "unknown",
              "pixels" : 1,
              "value" : 9
            }
          ],
          "problems" : {
            "count" : 1,
            "counts" : {
              "unknown-labels" : 1
            },
            "listed" : [
              {
                "kind" : "unknown-labels",
                "message" : "data/labels/a.png: labels outside the table: 9 (1 pixel). Known are 0 to 3. Check that `dataset.kind` is that of the files; a data set of your own names its labels in `dataset.labelMap` and `dataset.ignoreLabel`.",
                "sample" : "a"
              }
            ]
          },
          "schemaVersion" : 1,
          "sound" : false,
          "split" : null,
          "trivialScores" : {
            "allForeground" : 50,
            "majorityAccuracy" : 66.66666666666666,
            "majorityClass" : "cat",
            "majorityMIoU" : 33.33333333333333
          }
        }

        """)
  }

  @Test("what is not known is null")
  func unknownParts() throws {
    let set = try LabelledFolder()
    try set.folder.write("a\na\n", to: "data/list.txt")
    let text = try set.check(#", "list": "list.txt", "imageSuffix": ".png""#).report().jsonText
    #expect(text.contains(#""found" : null"#), "\(text)")
    #expect(text.contains(#""trivialScores" : null"#), "\(text)")
  }
}

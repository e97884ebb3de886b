/// A report in the XML form that build servers read as tests, which JUnit's Ant task introduced.
public struct JUnitReport: Sendable, Equatable {
  /// What was tested.
  public let name: String

  /// The questions.
  public let cases: [JUnitCase]

  /// Creates a report.
  public init(name: String, cases: [JUnitCase]) {
    self.name = name
    self.cases = cases
  }

  /// The report as XML, UTF-8.
  public var xml: String {
    let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
    let errors = cases.count { if case .errored = $0.outcome { true } else { false } }
    let counts = #"tests="\#(cases.count)" failures="\#(failures)" errors="\#(errors)""#
    let body = cases.map { testCase in
      let attributes =
        #"classname="\#(testCase.group.escapedForMarkup)" name="\#(testCase.name.escapedForMarkup)""#
      let outcome =
        switch testCase.outcome {
        case .passed: ""
        case .failed(let reason): Self.element("failure", reason)
        case .errored(let reason): Self.element("error", reason)
        }
      let output = testCase.output.map {
        "      <system-out>\($0.escapedForMarkup)</system-out>\n"
      }
      let content = outcome + (output ?? "")
      return content.isEmpty
        ? "    <testcase \(attributes)/>\n"
        : "    <testcase \(attributes)>\n\(content)    </testcase>\n"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
        <testsuite name="\(name.escapedForMarkup)" \(counts)>
      \(body)  </testsuite>
      </testsuites>

      """
  }

  private static func element(_ kind: String, _ reason: String) -> String {
    "      <\(kind) message=\"\(reason.escapedForMarkup)\"/>\n"
  }
}

import Reporting
import Testing

@Suite("JUnit report")
struct JUnitReportTests {
  @Test("Cases become tests, failures and errors, and are counted")
  func form() {
    let report = JUnitReport(
      name: "run against baseline",
      cases: [
        JUnitCase(group: "clip", name: "mIoU", outcome: .passed),
        JUnitCase(group: "clip", name: "aAcc", outcome: .failed("worse")),
        JUnitCase(group: "run", name: "experiment", outcome: .errored("another")),
        JUnitCase(group: "clip", name: "mAcc", outcome: .passed, output: "less & <no worse>"),
      ])
    #expect(
      report.xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="4" failures="1" errors="1">
          <testsuite name="run against baseline" tests="4" failures="1" errors="1">
            <testcase classname="clip" name="mIoU"/>
            <testcase classname="clip" name="aAcc">
              <failure message="worse"/>
            </testcase>
            <testcase classname="run" name="experiment">
              <error message="another"/>
            </testcase>
            <testcase classname="clip" name="mAcc">
              <system-out>less &amp; &lt;no worse&gt;</system-out>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("What XML would read otherwise is escaped")
  func escaping() {
    let report = JUnitReport(
      name: #"<a> & "b""#,
      cases: [JUnitCase(group: "\u{7}", name: "a\nb", outcome: .passed)])
    #expect(report.xml.contains(#"name="&lt;a&gt; &amp; &quot;b&quot;""#))
    #expect(report.xml.contains("classname=\"\u{FFFD}\" name=\"a&#10;b\""))
  }
}

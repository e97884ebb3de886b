import Reporting
import Synchronization
import Testing

@Suite("ProgressLine")
struct ProgressLineTests {
  /// A clock that is set by hand and a sink that remembers.
  final class Stage: Sendable {
    private let state = Mutex((time: Duration.zero, written: [String]()))

    var time: Duration { state.withLock { $0.time } }

    var written: [String] { state.withLock { $0.written } }

    func wait(_ duration: Duration) {
      state.withLock { $0.time += duration }
    }

    func output(isRedrawn: Bool, columns: Int? = nil) -> ProgressOutput {
      ProgressOutput(
        isRedrawn: isRedrawn, columns: { columns },
        write: { text in self.state.withLock { $0.written.append(text) } })
    }

    func line(
      total: Int, alreadyDone: Int = 0, concurrency: Int = 1, isRedrawn: Bool, columns: Int? = nil
    ) -> ProgressLine {
      ProgressLine(
        label: "voc20", total: total, alreadyDone: alreadyDone, concurrency: concurrency,
        output: output(isRedrawn: isRedrawn, columns: columns), now: { self.time })
    }
  }

  @Test("redraws one line in place, at most ten times a second")
  func redraw() {
    let stage = Stage()
    let line = stage.line(total: 1_000, isRedrawn: true, columns: 120)
    for _ in 0..<500 {
      stage.wait(.milliseconds(10))
      line.advance()
    }
    // Five seconds: the first item at once, then every tenth of a second.
    #expect(stage.written.count == 50)
    #expect(stage.written.allSatisfy { $0.hasPrefix("\r") && $0.hasSuffix("\u{1B}[K") })
    #expect(stage.written.allSatisfy { !$0.contains("\n") })
  }

  @Test("shows count, share, rate and the time left beside a bar")
  func status() {
    let stage = Stage()
    let line = stage.line(total: 200, isRedrawn: true, columns: 100)
    for _ in 0..<50 {
      stage.wait(.milliseconds(500))
      line.advance()
    }
    #expect(
      stage.written.last
        == "\rvoc20  ███████░░░░░░░░░░░░░░░░░░░░░░░  50/200 images  25.0 %  2.00 images/s  1:15 left\u{1B}[K"
    )
  }

  @Test("never fills the last cell of a line", arguments: 1...120)
  func width(columns: Int) {
    let stage = Stage()
    let line = stage.line(total: 200, isRedrawn: true, columns: columns)
    for _ in 0..<20 {
      stage.wait(.milliseconds(500))
      line.advance()
    }
    for text in stage.written {
      let visible = text.dropFirst().replacing("\u{1B}[K", with: "")
      #expect(visible.count <= max(1, columns - 1), "\(columns) columns: \(visible)")
    }
  }

  @Test("leaves out the slow start and lets a stall pass")
  func rate() {
    let stage = Stage()
    let line = stage.line(total: 1_000, isRedrawn: true, columns: 120)
    for index in 0..<100 {
      let isSlow = index < 3 || index == 60
      stage.wait(isSlow ? .seconds(30) : .milliseconds(250))
      line.advance()
    }
    #expect(stage.written.last?.contains("4.00 images/s") == true, "\(stage.written.last ?? "")")
  }

  @Test("judges workers that finish together by longer stretches")
  func bursts() {
    let stage = Stage()
    let line = stage.line(total: 1_000, concurrency: 8, isRedrawn: true, columns: 120)
    for _ in 0..<40 {
      stage.wait(.seconds(2))
      for _ in 0..<8 { line.advance() }
    }
    #expect(stage.written.last?.contains("4.00 images/s") == true, "\(stage.written.last ?? "")")
  }

  @Test("writes a line every ten seconds where nobody watches")
  func log() {
    let stage = Stage()
    let line = stage.line(total: 100, isRedrawn: false)
    for _ in 0..<99 {
      stage.wait(.milliseconds(300))
      line.advance()
    }
    stage.wait(.milliseconds(300))
    line.finish()
    #expect(
      stage.written == [
        "voc20  34/100 images, 34.0 %, 3.33 images/s, 0:20 left\n",
        "voc20  68/100 images, 68.0 %, 3.33 images/s, 0:10 left\n",
        "voc20  99/100 images in 0:30, 3.30 images/s\n",
      ])
  }

  @Test("counts what an earlier run finished, but not in the rate")
  func resumed() {
    let stage = Stage()
    let line = stage.line(total: 100, alreadyDone: 90, isRedrawn: false)
    for _ in 0..<10 {
      stage.wait(.seconds(360))
      line.advance()
    }
    line.finish()
    #expect(stage.written.first == "voc20  91/100 images, 91.0 %\n")
    #expect(stage.written.last == "voc20  100/100 images in 1:00:00, 0.00 images/s\n")
  }

  @Test("keeps messages above the line")
  func messages() {
    let stage = Stage()
    let line = stage.line(total: 2, isRedrawn: true, columns: 40)
    line.writeMessage("before")
    line.advance()
    line.writeMessage("between")
    line.advance()
    line.finish()
    line.finish()
    line.writeMessage("after")
    #expect(
      stage.written == [
        "before\n",
        "\rvoc20  ██████░░░░░░  1/2 images  50.0 %\u{1B}[K",
        "\r\u{1B}[Kbetween\n",
        "\rvoc20  ██████░░░░░░  1/2 images  50.0 %\u{1B}[K",
        "\rvoc20  2/2 images in 0:00\u{1B}[K\n",
        "after\n",
      ])
  }

  @Test("may be advanced from several threads")
  func threads() async {
    let stage = Stage()
    let line = stage.line(total: 400, isRedrawn: false)
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 { line.advance() }
        }
      }
    }
    line.finish()
    #expect(stage.written == ["voc20  400/400 images in 0:00\n"])
  }
}

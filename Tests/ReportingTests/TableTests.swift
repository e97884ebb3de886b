import Reporting
import Testing

@Suite("Table")
struct TableTests {
  /// Which rows of a column of numbers are marked as best.
  static func best(of numbers: [Double?], higherIsBetter: Bool = true) -> [Bool] {
    var table = Table(title: "", columns: [Table.Column("n")])
    for number in numbers {
      table.append([.number(number, .percent)])
    }
    table.markBest(inColumn: 0, higherIsBetter: higherIsBetter)
    return table.rows.map { $0.cells[0].isBest }
  }

  @Test("marks the highest number, or the lowest where that is better")
  func best() {
    #expect(Self.best(of: [1, 3, 2]) == [false, true, false])
    #expect(Self.best(of: [1, 3, 2], higherIsBetter: false) == [true, false, false])
    #expect(Self.best(of: [-3, nil, -1]) == [false, false, true])
  }

  @Test("compares numbers as they are printed")
  func printedTies() {
    #expect(Self.best(of: [31.402, 31.398, 12]) == [true, true, false])
    #expect(Self.best(of: [31.402, 31.398]) == [false, false])
  }

  @Test("marks nothing where there is no choice")
  func noChoice() {
    #expect(Self.best(of: [5]) == [false])
    #expect(Self.best(of: [nil, nil]) == [false, false])
    #expect(Self.best(of: [5, 5, nil]) == [false, false, false])
  }

  @Test("marks anew when asked again")
  func again() {
    var table = Table(title: "", columns: [Table.Column("a"), Table.Column("b")])
    table.append([.number(1, .percent), .number(2, .percent)])
    table.markBest(inRow: 0)
    table.markBest(inRow: 0, higherIsBetter: false)
    #expect(table.rows[0].cells.map(\.isBest) == [true, false])
  }

  @Test("takes an undefined number as missing")
  func undefined() {
    #expect(Table.Cell.number(nil, .percent) == .missing)
  }

  @Test("traps on a number that is none and on a row of the wrong length")
  func traps() async {
    await #expect(processExitsWith: .failure) {
      _ = Table.Cell.number(.nan, .percent)
    }
    await #expect(processExitsWith: .failure) {
      var table = Table(title: "", columns: [Table.Column("a")])
      table.append([])
    }
  }
}

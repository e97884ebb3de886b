public import Foundation

/// Which samples of a data set are evaluated.
public enum SampleSelection: Sendable, Equatable {
  /// All of them.
  case all

  /// The first ones, at most so many.
  case first(Int)

  /// Those from one position up to but without another, counted from 0.
  case range(Range<Int>)

  /// One, by its id.
  case sample(String)

  /// Those whose ids a file lists, one a line; they are evaluated in the data set's order.
  case listed(in: URL)
}

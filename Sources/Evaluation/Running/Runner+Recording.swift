import Tensors

extension Runner {
  /// Computes every sample that was not recorded before, records it, and gives the sum over all.
  ///
  /// - Parameters:
  ///   - task: What is computed.
  ///   - samples: What it is computed for.
  ///   - log: The records, which may hold the first samples already.
  ///   - keep: Receives the outcome of each sample that is computed, before it is recorded.
  ///   - progress: Receives the number of samples done and the sum so far, one call at a time.
  /// - Returns: The sum over all samples.
  /// - Throws: As ``run(_:over:keeping:progress:)``, and ``RecordError`` where the records are of other
  ///   samples, or of files that have changed.
  func run<Task: RecordedTask>(
    _ task: Task, over samples: [Task.Input], recordingIn log: RecordLog,
    keeping keep: @Sendable (Task.Outcome) throws -> Void = { _ in },
    progress: @Sendable (_ completed: Int, _ tally: Task.Tally) -> Void = { _, _ in }
  ) throws -> Task.Tally {
    let rows = task.rowNames
    let hashes = FileHashes(
      mentioning: samples.lazy.flatMap { Set(task.files(of: $0, row: 0).values) })
    let records = try log.restore(Task.Content.self, rows: rows)
    try check(records, against: samples, of: task, hashes: hashes, in: log)
    var tally = task.emptyTally
    for (position, image) in records.enumerated() {
      do {
        let outcome = try task.outcome(
          restoring: image.map(\.content), ofSample: task.id(of: samples[position]))
        task.add(outcome, to: &tally)
      } catch {
        throw RecordError.malformed(
          log.url, line: position * rows.count + 1, reason: error.description)
      }
    }
    return try sum(task, from: tally, over: samples[records.count...], progress: progress) {
      position, sample in
      let start = ContinuousClock.now
      let outcome = try task.outcome(for: sample)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      try keep(outcome)
      let contents = task.contents(of: outcome)
      let digits = try hashes.hashes(of: rows.indices.map { task.files(of: sample, row: $0) })
      let records = rows.indices.map { row in
        ImageRecord(
          id: task.id(of: sample), method: rows[row], hashes: digits[row], seconds: seconds,
          content: contents[row])
      }
      try log.append(records, at: position)
      return outcome
    }
  }

  /// Checks that records are of these samples, and of their files as they are now.
  private func check<Task: RecordedTask>(
    _ records: [[ImageRecord<Task.Content>]], against samples: [Task.Input], of task: Task,
    hashes: FileHashes, in log: RecordLog
  ) throws {
    let rows = task.rowNames
    for (position, image) in records.enumerated() {
      let expected = position < samples.count ? task.id(of: samples[position]) : "no image"
      guard image[0].id == expected else {
        throw RecordError.otherImage(
          log.url, line: position * rows.count + 1, got: image[0].id, expected: expected)
      }
    }
    _ = try workers.map(Array(records.indices)) { position in
      let files = rows.indices.map { task.files(of: samples[position], row: $0) }
      for (row, digits) in try hashes.hashes(of: files).enumerated() {
        let record = records[position][row]
        for (role, hash) in digits where record.hashes[role] != hash {
          throw RecordError.changedFile(
            files[row][role] ?? log.url, id: record.id, role: role, records: log.url)
        }
      }
    }
  }
}

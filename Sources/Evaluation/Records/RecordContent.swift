/// What is kept of one image under one row of the table: enough to add it to the sum again.
///
/// Its keys lie beside the ``ImageRecord``'s own in one JSON object, so that a line reads as one record.
public protocol RecordContent: Sendable, Codable, Equatable {}

/// The peers whose words for the classes come with the program, as `Datasets/classes/LIST.AUTHOR.txt`.
enum PromptAuthor: String, Sendable, CaseIterable {
  /// MaskCLIP, whose list for PASCAL Context the authors of CLIP Surgery use too.
  case maskclip

  /// SCLIP, and those who took its lists over: NACLIP and ResCLIP, mostly ClearCLIP and ProxyCLIP.
  case sclip

  /// ClearCLIP, where it has lists of its own.
  case clearclip

  /// ProxyCLIP, where it has lists of its own.
  case proxyclip
}

/// Which two products of a token decide how much it attends to another.
enum AttentionSimilarity {
  /// s·Q Kᵀ, as every transformer has it.
  case queryKey

  /// s·V Vᵀ, CLIP Surgery's (Li et al., arXiv 2304.05653): tokens of like content attend to each other.
  case valueValue
}

import Foundation

extension KnownCheckpoint {
  /// What OpenAI published.
  ///
  /// The table is part of the program rather than a file beside it, because a hash that is checked
  /// against a file which anybody may edit says little.
  public static let all: [KnownCheckpoint] = [
    openAI(
      "RN50", "RN50.pt",
      "afeb0e10f9e5a86da6080e35cf09123aca3b358a0c3e3b6c78a7b63bc04b6762"),
    openAI(
      "RN101", "RN101.pt",
      "8fa8567bab74a42d41c5915025a8e4538c3bdbe8804a470a72f30b0d94fab599"),
    openAI(
      "RN50x4", "RN50x4.pt",
      "7e526bd135e493cef0776de27d5f42653e6b4c8bf9e0f653bb11773263205fdd"),
    openAI(
      "RN50x16", "RN50x16.pt",
      "52378b407f34354e150460fe41077663dd5b39c54cd0bfd2b27167a4a06ec9aa"),
    openAI(
      "RN50x64", "RN50x64.pt",
      "be1cfb55d75a9666199fb2206c106743da0f6468c9d327f3e0d0a543a9919d9c"),
    openAI(
      "ViT-B/32", "ViT-B-32.pt",
      "40d365715913c9da98579312b702a82c18be219cc2a73407c4526f58eba950af"),
    openAI(
      "ViT-B/16", "ViT-B-16.pt",
      "5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f"),
    openAI(
      "ViT-L/14", "ViT-L-14.pt",
      "b8cca3fd41ae0c99ba7e8951adf17d267cdb84cd88be6f7c2e0eca1737a03836"),
    openAI(
      "ViT-L/14@336px", "ViT-L-14-336px.pt",
      "3035c92b350959924f9f00213499208652fc7ea050643e8b385c2dac08641f02"),
  ]

  /// A file of OpenAI's, whose addresses contain the hash.
  private static func openAI(
    _ name: String, _ fileName: String, _ digits: String
  ) -> KnownCheckpoint {
    KnownCheckpoint(
      name: name, fileName: fileName, hash: ContentHash(digits: digits),
      address: publisher.appending(path: digits).appending(path: fileName))
  }

  private static var publisher: URL {
    guard let address = URL(string: "https://openaipublic.azureedge.net/clip/models") else {
      preconditionFailure("The publisher's address is no address")
    }
    return address
  }
}

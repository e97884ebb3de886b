// swift-tools-version: 6.2
import PackageDescription

/// Continuous integration accepts no warning; a user's newer compiler may know new ones.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Settings of every Swift target: Swift 6 with the upcoming features that change defaults for the better.
let strict: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
  ]

/// Settings of targets that loop over numbers.
///
/// Unoptimised loops are 30 to 70 times slower, and `swift run evaluate` is a debug build, so these
/// targets are optimised there too.
let numeric: [SwiftSetting] =
  strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Settings of targets whose loops want 256-bit vectors; every command checks the processor first.
#if arch(x86_64)
  let vectorised: [SwiftSetting] = numeric + [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])]
#else
  let vectorised: [SwiftSetting] = numeric
#endif

let package = Package(
  name: "SurgeryBench",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "evaluate", targets: ["evaluate"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C edges: one library each.
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "CImageCodecs",
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))],
      linkerSettings: [.linkedLibrary("png"), .linkedLibrary("jpeg")]),

    // Layers, lowest first; each may depend only on those above it in this list.
    .target(name: "Tensors", dependencies: ["COpenBLAS"], swiftSettings: vectorised),
    .target(name: "Imaging", dependencies: ["CImageCodecs"], swiftSettings: numeric),
    .target(name: "Checkpoints", dependencies: ["Tensors", "CZlib"], swiftSettings: vectorised),
    .target(
      name: "CLIP", dependencies: ["Tensors", "Checkpoints", "CZlib"], swiftSettings: vectorised),
    .target(
      name: "OpenVocabulary", dependencies: ["Tensors", "Imaging", "Checkpoints", "CLIP"],
      swiftSettings: vectorised),
    .target(
      name: "Datasets",
      dependencies: ["CZlib", "Tensors", "Imaging", "Checkpoints", "OpenVocabulary"],
      swiftSettings: numeric),
    .target(name: "Metrics", dependencies: ["Tensors", "Imaging"], swiftSettings: vectorised),
    .target(name: "DemoWorld", dependencies: ["Imaging"], swiftSettings: numeric),
    .target(
      name: "Evaluation",
      dependencies: [
        "Tensors", "Imaging", "Checkpoints", "CLIP", "OpenVocabulary", "Datasets", "Metrics",
        "DemoWorld",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Metrics"], swiftSettings: strict),
    .target(
      name: "EvaluateCommand",
      dependencies: [
        "Tensors", "Imaging", "Checkpoints", "CLIP", "OpenVocabulary", "Datasets", "Metrics",
        "Evaluation", "Reporting", "DemoWorld",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "evaluate", dependencies: ["EvaluateCommand"], swiftSettings: strict),

    // What `Benchmarks/reference/parity.py` asks for the answers of random models.
    .executableTarget(
      name: "parity-export", dependencies: ["CLIP", "Checkpoints", "Tensors"],
      path: "Benchmarks/Parity", swiftSettings: strict),

    // How long intervals take and how often they hold the truth: `make coverage`.
    .executableTarget(
      name: "uncertainty-study", dependencies: ["Metrics", "Tensors"],
      path: "Benchmarks/Uncertainty", swiftSettings: numeric),

    // What `Benchmarks/reference/vision_speed.py` times.
    .executableTarget(
      name: "vision-speed", dependencies: ["CLIP", "Checkpoints", "Tensors"],
      path: "Benchmarks/VisionSpeed", swiftSettings: strict),

    // Tests mirror the targets.
    .target(
      name: "TestSupport", dependencies: ["Tensors", "Checkpoints"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TensorsTests",
      dependencies: [
        "Tensors", "TestSupport", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CheckpointsTests", dependencies: ["Checkpoints", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CLIPTests", dependencies: ["CLIP", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "OpenVocabularyTests",
      dependencies: [
        "OpenVocabulary", "CLIP", "Checkpoints", "Tensors", "Imaging", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests",
      dependencies: ["Datasets", "Imaging", "OpenVocabulary", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "MetricsTests", dependencies: ["Metrics", "Imaging", "Tensors", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Evaluation", "Tensors", "Imaging", "Checkpoints", "CLIP", "OpenVocabulary", "Datasets",
        "Metrics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Metrics", "Imaging", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DemoWorldTests",
      dependencies: ["DemoWorld", "Datasets", "Imaging", "OpenVocabulary", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: ["evaluate", "CLIP", "Checkpoints", "Imaging", "Tensors", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

/// How pages look.
///
/// Text has a contrast of at least 7 : 1 to what it stands on, and bars of at least 3 : 1.
enum HTMLStyle {
  /// The colours of the first, second … of several things in one chart.
  static let seriesColours = ["#1f5fa8", "#b34700", "#2c7a4b", "#7b3fa0"]

  /// The style sheet.
  ///
  /// It holds no character that HTML and XML would read differently inside `style`.
  static let sheet = """
    :root { color-scheme: light; }
    body { margin: 0 auto; max-width: 68rem; padding: 1rem; color: #1b1b1b; background: #ffffff;
      font: 16px/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.2; }
    h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 1px solid #8a8a8a; }
    h3 { font-size: 1.05rem; }
    a { color: #0b4a8f; }
    .demo { padding: .6rem 1rem; border: 3px solid #8f1d00; color: #6b1600; font-weight: 700; }
    .headline { font-size: 2.6rem; font-weight: 700; line-height: 1.1; }
    .cards { display: flex; flex-wrap: wrap; gap: 1rem; }
    .card { flex: 1 1 18rem; padding: .8rem 1rem; border: 1px solid #8a8a8a; border-radius: .4rem; }
    .card p { margin: .2rem 0; }
    .note { color: #444444; font-size: .875rem; margin: .2rem 0; max-width: 60rem; }
    .scroll { overflow-x: auto; margin: 1rem 0 .4rem; }
    table { border-collapse: collapse; font-size: .9rem; }
    caption { text-align: left; font-weight: 700; padding-bottom: .3rem; }
    th, td { padding: .2rem .6rem; text-align: right; vertical-align: top;
      font-variant-numeric: tabular-nums; }
    .trailing { white-space: nowrap; }
    td.leading { min-width: 5rem; }
    td.leading:last-child { min-width: 16rem; }
    th { font-weight: 600; }
    thead th { border-bottom: 2px solid #444444; }
    tbody th { font-weight: 400; }
    tr.group th, tr.group td { border-top: 1px solid #8a8a8a; }
    .leading { text-align: left; }
    .center { text-align: center; }
    svg { display: block; width: 100%; min-width: 36rem; max-width: 48rem; height: auto; }
    svg text { font: 12px system-ui, sans-serif; fill: #1b1b1b; }
    .strip { display: flex; flex-wrap: wrap; gap: .6rem; margin-bottom: 1.4rem; }
    figure { flex: 1 1 9rem; margin: 0; max-width: 15rem; }
    figure img { display: block; width: 100%; height: auto; }
    figcaption { font-size: .8rem; color: #444444; }
    .swatches { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; list-style: none; }
    .swatch { display: inline-block; width: 1rem; height: 1rem; vertical-align: -.15rem;
      border: 1px solid #444444; margin-right: .3rem; }
    @media print { .scroll { overflow: visible; } h2 { break-after: avoid; } figure { break-inside: avoid; } }
    """
}

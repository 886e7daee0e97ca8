namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>
/// The style sheet that every picture carries: the classes of the charts with the colours of the light page, resolved, on white. A picture is seen
/// where our style sheet is not.
/// </summary>
public static class PictureStyle
{
    /// <summary>The rules.</summary>
    public const string Sheet = """
        text { font: 15px "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #17202c; }
        .title { font: 600 26px "Source Serif 4", Georgia, serif; }
        .small { font-size: 14px; fill: #55606e; } .quiet { fill: #55606e; } .strong { font-weight: 600; } .link { fill: #1b567f; }
        .warn { fill: #94400f; } .tiny { font-size: 12.5px; } .tiny-quiet { font-size: 12.5px; fill: #55606e; } .on-dark { fill: #ffffff; }
        .card-title { font: 600 44px "Source Serif 4", Georgia, serif; }
        .figure { font: 600 92px "Source Serif 4", Georgia, serif; } .figure-wide { font-size: 64px; }
        .large { font-size: 24px; } .large-strong { font-size: 24px; font-weight: 600; }
        .claimed-ink { fill: #6b3a86; } .agreed-ink { fill: #22737a; }
        .chart-grid { stroke: #dcd8cd; } .chart-base { stroke: #17202c; }
        .chart-scope { stroke: #55606e; stroke-dasharray: 2 4; }
        .chart-scale { font-size: 14px; fill: #55606e; }
        .chart-claim-text, .chart-step-text, .chart-agenda-text, .chart-day-text { font-size: 13.5px; paint-order: stroke; stroke: #ffffff;
            stroke-width: 4px; stroke-linejoin: round; }
        .chart-lead { font-weight: 600; } .chart-agenda-text { fill: #55606e; }
        .chart-band { fill: #22737a; fill-opacity: .14; } .chart-span { fill: #22737a; fill-opacity: .3; }
        .chart-hatch { stroke: #dcd8cd; stroke-width: 2; }
        .chart-claim { fill: #6b3a86; stroke: #ffffff; } .chart-own { fill: #ffffff; stroke: #6b3a86; stroke-width: 1.8; }
        .chart-gap { fill: none; stroke: #6b3a86; stroke-width: 1.8; } .chart-claim-span { fill: #6b3a86; fill-opacity: .4; }
        .chart-claim-range { stroke: #6b3a86; stroke-width: 5; }
        .chart-leader { stroke: #55606e; stroke-dasharray: 1 3; }
        .chart-round { fill: #ffffff; stroke: #17202c; } .chart-round-text { font-size: 12px; font-weight: 600; }
        .chart-round-span { fill: #17202c; } .chart-narrow { display: none; }
        .chart-round-off, .chart-round-tick { stroke: #17202c; stroke-width: 1.6; }
        .line { fill: none; stroke-width: 1.5; stroke-linecap: square; stroke: #55606e; }
        .line-agreed { stroke: #22737a; stroke-width: 3.5; }
        .line.line-claimed { stroke-width: 1.5; stroke-dasharray: 5 4; stroke-linecap: butt; }
        .line.line-after { stroke-dasharray: 2 5; stroke-linecap: butt; stroke-opacity: .6; }
        .line-dot { fill: #55606e; stroke: none; } .line-dot.line-agreed { fill: #22737a; }
        .chart-end { font-size: 14px; fill: #55606e; } .chart-end-main { fill: #17202c; font-weight: 600; }
        .plot-line, .plot-level, .plot-bold { fill: none; stroke: #55606e; stroke-width: 1.4; }
        .plot-level { stroke: #22737a; stroke-width: 2.4; stroke-opacity: .6; } .plot-bold { stroke: #22737a; stroke-width: 3.5; }
        .plot-low { fill: #17202c; } .plot-tied { fill-opacity: .35; }
        .waterfall-share { fill: #22737a; } .waterfall-up { fill: #55606e; } .waterfall-down { fill: #94400f; }
        .waterfall-scope { fill-opacity: .45; stroke: #55606e; } .waterfall-join { stroke: #55606e; stroke-dasharray: 1 3; }
        .waterfall-figure { font-weight: 600; }
        .slope-counted { fill: #e5eef5; } .slope-rose, .slope-fell, .slope-other, .slope-same, .slope-scope { fill: none; }
        .slope-rose { stroke: #22737a; stroke-width: 2.6; } .slope-fell { stroke: #94400f; stroke-width: 2.6; stroke-dasharray: 8 4; }
        .slope-other { stroke: #55606e; stroke-width: 1.8; stroke-dasharray: 1.5 4; } .slope-same { stroke: #55606e; stroke-width: .8; }
        .slope-scope { stroke: #6b3a86; stroke-width: 2; stroke-dasharray: 2 3; }
        .ladder-round { stroke: #dcd8cd; stroke-dasharray: 2 3; }
        .path-line, .path-agreed, .path-unknown, .path-fall { fill: none; stroke: #55606e; stroke-width: 1.8; }
        .path-agreed { stroke: #22737a; stroke-width: 4; } .path-unknown { stroke-dasharray: 1.5 4; }
        .path-fall { stroke: #94400f; stroke-width: 3; } .path-contested { opacity: .6; } .path-span { fill: #22737a; fill-opacity: .35; }
        .span-box { fill: #ffffff; stroke: #17202c; } .span-box.span-accepts { fill: #1b567f; stroke: #1b567f; }
        .span-box.span-conditions { stroke: #1b567f; } .span-box.span-undecided, .span-box.span-none { stroke: #55606e; stroke-dasharray: 4 3; }
        .span-box.span-rejects { fill: #17202c; } .span-red { fill: none; stroke: #94400f; stroke-width: 2.5; }
        .span-accepts .span-word, .span-rejects .span-word { fill: #ffffff; }
        .strip-draft { fill: #e5eef5; stroke: #1b567f; } .strip-offer { fill: #ffffff; stroke: #55606e; stroke-dasharray: 4 3; }
        .strip-offer.strip-open { stroke: #6b3a86; stroke-dasharray: none; } .strip-claim { fill: #6b3a86; fill-opacity: .35; }
        .strip-mark { fill: #6b3a86; }
        .link-agreed, .link-waits { fill: none; stroke: #22737a; stroke-width: 1.6; }
        .link-waits { stroke: #94400f; stroke-dasharray: 5 4; }
        .box { fill: #ffffff; stroke: #dcd8cd; } .box-agreed { fill: #ffffff; stroke: #22737a; }
        .counted-end, .bracket { stroke: #22737a; stroke-width: 2.5; fill: none; } .bracket-one-sided { stroke-dasharray: 5 4; }
        .bracket-rest { stroke: #dcd8cd; } .blocks-edge { fill: #94400f; }
        .range-all { fill: #f1efe8; } .range-met { fill: #22737a; } .bracket-bar { fill: #55606e; }
        .spark-base { stroke: #dcd8cd; } .spark-line { fill: none; stroke: #22737a; stroke-width: 2; }
        .mark-ground { stroke-width: 1.4; } .mark-hatch { fill: none; stroke-width: 2.2; } .mark-shape { color: #ffffff; }
        .lv-concluded .mark-ground { fill: #002d35; stroke: #002d35; } .lv-text .mark-ground { fill: #1b5761; stroke: #1b5761; }
        .lv-principle .mark-ground { fill: #2f7e86; stroke: #2f7e86; } .lv-narrowing .mark-ground { fill: #b8902a; stroke: #55606e; }
        .lv-disputed .mark-ground { fill: #f0bd90; stroke: #55606e; } .lv-none .mark-ground { fill: #d0e0fb; stroke: #55606e; }
        .lv-deferred .mark-ground { fill: #b3a5c9; stroke: #55606e; } .lv-unknown .mark-ground { fill: #ffffff; stroke: #55606e; }
        .lv-na .mark-ground { fill: none; stroke: none; } .lv-unknown .mark-shape, .lv-na .mark-shape { color: #55606e; }
        .lv-narrowing .mark-shape, .lv-disputed .mark-shape, .lv-none .mark-shape, .lv-deferred .mark-shape { color: #17202c; }
        .lv-concluded .mark-hatch { stroke: #002d35; } .lv-text .mark-hatch { stroke: #1b5761; } .lv-principle .mark-hatch { stroke: #2f7e86; }
        .mark-hatch { stroke: #17202c; } .mark-well { fill: #ffffff; }
        .mark-one-sided .mark-shape { color: #17202c; }
        .one-sided.lv-concluded .mark-ground, .one-sided.lv-text .mark-ground, .one-sided.lv-principle .mark-ground { fill: #ffffff; }
        .lv-narrowing .mark-well { fill: #b8902a; } .lv-disputed .mark-well { fill: #f0bd90; } .lv-none .mark-well { fill: #d0e0fb; }
        .lv-deferred .mark-well { fill: #b3a5c9; } .one-sided .mark-one-sided .mark-shape { color: #17202c; }
        .stance { color: #17202c; }
        """;
}

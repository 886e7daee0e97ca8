using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>A part of a briefing, whether it is printed from the page or written for a word processor.</summary>
public abstract record BriefingPart;

/// <summary>A heading.</summary>
/// <param name="Words">The words.</param>
public sealed record BriefingHeading(string Words) : BriefingPart;

/// <summary>A paragraph, or a point of a list.</summary>
/// <param name="Words">The words with their notes.</param>
/// <param name="IsPoint">Whether it is a point of a list.</param>
public sealed record BriefingText(NotedText Words, bool IsPoint = false) : BriefingPart;

/// <summary>A table.</summary>
/// <param name="Widths">The widths of its columns, as shares of the line.</param>
/// <param name="Head">The heads of its columns.</param>
/// <param name="Rows">Its rows.</param>
public sealed record BriefingTable(
    IReadOnlyList<int> Widths, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<NotedText>> Rows) : BriefingPart;

/// <summary>A chart.</summary>
/// <param name="Words">What it shows, for whoever can't see it.</param>
/// <param name="OfPairs">Whether it shows the pairs over time; the shares of the whole board otherwise.</param>
public sealed record BriefingChart(string Words, bool OfPairs = false) : BriefingPart;

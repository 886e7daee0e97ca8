using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>What is asked of a briefing.</summary>
/// <param name="Since">The day since which it says what changed.</param>
/// <param name="Sections">The sections that it has, in their order.</param>
public sealed record BriefingRequest(DateOnly Since, IReadOnlyList<BriefingSection> Sections)
{
    /// <summary>The names in the address.</summary>
    public const string SinceName = "since", SectionsName = "sections";

    private const int UsualDays = 30;

    // What fits on three pages of any board; the course of the pairs is for whoever asks for it.
    private static readonly BriefingSection[] Usual = [.. Enum.GetValues<BriefingSection>().Except([BriefingSection.PairsOverTime])];

    /// <summary>Whether it is what one gets without asking.</summary>
    public bool IsUsual(BoardSnapshot at) => Since == UsualSince(at) && Sections.SequenceEqual(Usual);

    /// <summary>It as values of an address.</summary>
    public IEnumerable<(string Name, string? Value)> Values(BoardSnapshot at) => IsUsual(at) ? [] :
    [
        (SinceName, BoardAddress.Format(Since)), (SectionsName, string.Join(',', Sections.Select(ScaleWord.Of))),
    ];

    /// <summary>Reads it; thirty days and the usual sections where nothing is asked for, and never before the board begins.</summary>
    public static BriefingRequest Read(AddressValues values, BoardSnapshot at)
    {
        var all = Enum.GetValues<BriefingSection>();
        var named = values.Several(SectionsName, [.. all.Select(ScaleWord.Of)]);
        return new(SinceOf(values, at), named.Count == 0 ? Usual : [.. all.Where(section => named.Contains(ScaleWord.Of(section)))]);
    }

    private static DateOnly UsualSince(BoardSnapshot at) =>
        at.Date < at.Negotiation.StartedOn.AddDays(UsualDays) ? at.Negotiation.StartedOn : at.Date.AddDays(-UsualDays);

    private static DateOnly SinceOf(AddressValues values, BoardSnapshot at)
    {
        var (l, start, date) = (values.L, at.Negotiation.StartedOn, at.Date);
        if (values.Date(SinceName) is not { } since)
        {
            return UsualSince(at);
        }

        if (since < start)
        {
            values.Refuse(l["{0} is before this negotiation. Its board begins on {1}.", l.Date(since), l.Date(start)]);
        }
        else if (since > date)
        {
            values.Refuse(l["{0} is after the date of this board, {1}. Two dates up to it can be compared.", l.Date(since), l.Date(date)]);
        }

        return since;
    }
}

/// <summary>A section of a briefing.</summary>
public enum BriefingSection
{
    /// <summary>The figures.</summary>
    Figures,
    /// <summary>The chart of the shares over time.</summary>
    Chart,
    /// <summary>What remains.</summary>
    Remaining,
    /// <summary>What changed since a day.</summary>
    Changes,
    /// <summary>The pairs.</summary>
    Pairs,
    /// <summary>The chart of the pairs over time.</summary>
    PairsOverTime,
    /// <summary>The next rounds.</summary>
    Next,
}

/// <summary>The sections in words.</summary>
public static class BriefingWords
{
    /// <summary>The heading of a section.</summary>
    public static string Word(this IStringLocalizer<Text> l, BriefingSection section) => l[section switch
    {
        BriefingSection.Figures => "How much is agreed",
        BriefingSection.Chart => "Shares over time",
        BriefingSection.Remaining => "What remains",
        BriefingSection.Changes => "What changed",
        BriefingSection.Pairs => "Pairs",
        BriefingSection.PairsOverTime => "Pairs over time",
        BriefingSection.Next => "Next",
    }];
}

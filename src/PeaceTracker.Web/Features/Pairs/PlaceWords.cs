using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>How a pair stands among those that agreement needs, in words.</summary>
public static class PlaceWords
{
    /// <summary>The name of a place.</summary>
    public static string Word(this IStringLocalizer<Text> l, DyadPlace place) => l[place switch
    {
        DyadPlace.Higher => "not the lowest",
        DyadPlace.Weakest => "weakest pair",
        DyadPlace.Level => "level with the lowest",
        DyadPlace.Only => "the only one compared",
    }];

    /// <summary>"weakest since 3 April 2025", "level with Veltrania–Élorie since 27 January 2025"; null where there is nothing to say.</summary>
    public static string? Place(this IStringLocalizer<Text> l, ListedPair pair) => pair.Place switch
    {
        DyadPlace.Weakest => l["weakest since {0}", Since(l, pair)].Value,
        DyadPlace.Level => l["level with {0} since {1}", Names(l, pair.LevelWith), Since(l, pair)].Value,
        DyadPlace.Only => l[pair.Dyad.Required ? "the only required pair" : "the only pair with an issue in scope"].Value,
        DyadPlace.Higher => null,
    };

    /// <summary>Names in one phrase; of more than two, the first and how many more.</summary>
    public static string Names(this IStringLocalizer<Text> l, IReadOnlyList<string> names) => names switch
    {
        [var one] => one,
        [var one, var two] => l["{0} and {1}", one, two],
        _ => l["{0} and {1} other pairs", names[0], names.Count - 1],
    };

    /// <summary>What a pair blocks, in short: "2 alone, 8 with others".</summary>
    public static string Blocks(this IStringLocalizer<Text> l, ListedPair pair) => (pair.Alone.Count, pair.WithOthers.Count) switch
    {
        (0, 0) => l["blocks nothing"],
        (var alone, 0) => l["blocks {0} alone", alone],
        (0, var others) => l["blocks {0} with others", others],
        var (alone, others) => l["blocks {0} alone, {1} with others", alone, others],
    };

    /// <summary>How far an issue is from being agreed.</summary>
    public static string Distance(this IStringLocalizer<Text> l, StepToShare step) => step.Levels switch
    {
        0 => l["one side says so"],
        1 => l["one step"],
        { } levels => l["{0} steps", levels],
        null => l[step.Standing.Level == Domain.Issues.Level.Deferred ? "set aside" : "not known"],
    };

    private static string Since(IStringLocalizer<Text> l, ListedPair pair) => l.Date(pair.Since!.Value.On, pair.Since.Value.Precision);
}

using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Working groups in words.</summary>
public static class GroupWords
{
    /// <summary>Whether it is at work.</summary>
    public static string Word(IStringLocalizer<Text> l, GroupState state) => l[state switch
    {
        GroupState.AtWork => "at work",
        GroupState.Ended => "ended",
    }];

    /// <summary>From when to when it worked.</summary>
    public static string Life(IStringLocalizer<Text> l, WorkingGroup group) => group.Until is { } until
        ? l["{0}, ended", l.Period(group.Since, until)]
        : l["known since {0}", l.Date(group.Since)];

    /// <summary>How many sit in it, or that they are not named.</summary>
    public static string Membership(IStringLocalizer<Text> l, WorkingGroup group) => group.Members.Select(m => m.PartyKey).Distinct().Count() switch
    {
        0 => l["members not named"],
        1 => l["1 party"],
        var parties => l["{0} parties", parties],
    };
}

using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Editing;

/// <summary>The words for a section's rows, and the copies that only each type itself can make.</summary>
internal static class Naming
{
    /// <summary>"Working group".</summary>
    public static string Noun<T>() where T : class
    {
        var noun = Sections.Of<T>().Noun;
        return char.ToUpperInvariant(noun[0]) + noun[1..];
    }

    /// <summary>"working-group".</summary>
    public static string Kebab<T>() where T : class => Sections.Of<T>().Noun.Replace(' ', '-');

    /// <summary>The row, retracted.</summary>
    public static T Retracted<T>(T row, Retraction retraction) where T : class, IDescription => (T)(object)(row switch
    {
        Source r => r with { Retracted = retraction },
        Party r => r with { Retracted = retraction },
        PartyDelegate r => r with { Retracted = retraction },
        Dyad r => r with { Retracted = retraction },
        Issue r => r with { Retracted = retraction },
        AgendaVersion r => r with { Retracted = retraction },
        WorkingGroup r => r with { Retracted = retraction },
        Round r => r with { Retracted = retraction },
        Draft r => r with { Retracted = retraction },
        Offer r => (IDescription)(r with { Retracted = retraction }),
        _ => throw new NotSupportedException($"{typeof(T).Name} can't be retracted."),
    });

    /// <summary>The entry, correcting or retracting an earlier one.</summary>
    public static T Superseding<T>(T entry, EntryKind kind, string key, string reason) where T : class, IEntry => (T)(object)(entry switch
    {
        StatusEvent e => e with { Kind = kind, SupersedesKey = key, Reason = reason },
        Position e => e with { Kind = kind, SupersedesKey = key, Reason = reason },
        Claim e => (IEntry)(e with { Kind = kind, SupersedesKey = key, Reason = reason }),
        _ => throw new NotSupportedException($"{typeof(T).Name} is no entry."),
    });
}

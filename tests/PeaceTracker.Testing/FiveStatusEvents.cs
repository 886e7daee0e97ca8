using System.Globalization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Testing;

/// <summary>A save of five rows on a board of <see cref="BigRecord"/>: what one outcome of talks brings.</summary>
public sealed record FiveStatusEvents(string Slug, int Number) : BoardCommand(Slug)
{
    private static readonly DateOnly After = new(2025, 7, 1);
    private static readonly Level[] Levels = [Level.Disputed, Level.Narrowing, Level.AgreedInPrinciple, Level.TextAgreed];

    /// <inheritdoc />
    public override string What => "five-status-events";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var (issues, first) = (edit.Before.Issues, edit.Before.StatusEvents[0]);
        for (var i = 0; i < 5; i++)
        {
            edit.Add(first with
            {
                Key = "",
                IssueKey = issues[((Number * 5) + i) % issues.Count].Key,
                Level = Levels[Number % Levels.Length],
                Rationale = Number.ToString(CultureInfo.InvariantCulture),
                OccurredOn = After.AddDays(Number % 400),
            });
        }

        return null;
    }

    internal override string Summary(RecordEdit edit) => $"Save {Number}.";
}

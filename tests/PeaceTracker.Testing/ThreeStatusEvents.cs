using System.Globalization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Testing;

/// <summary>A save of three rows that belong together: status events on three issues, each with the number of the save as its reason.</summary>
public sealed record ThreeStatusEvents(string Slug, int Number) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override string What => "three-status-events";

    /// <summary>A board of three issues between two parties on which nothing is agreed.</summary>
    public static NegotiationRecord EmptyBoard() => new RecordBuilder().Issues(3, Level.Disputed).Build();

    internal override SaveResult? Apply(RecordEdit edit)
    {
        foreach (var issue in edit.Before.Issues)
        {
            edit.Add(edit.Before.StatusEvents[0] with
            {
                Key = "",
                IssueKey = issue.Key,
                Level = Level.Narrowing,
                Rationale = Number.ToString(CultureInfo.InvariantCulture),
                OccurredOn = RecordBuilder.Day(2),
            });
        }

        return null;
    }

    internal override string Summary(RecordEdit edit) => $"Save {Number}.";
}

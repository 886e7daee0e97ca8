using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>Shows a board to readers: one that was in preparation, or was taken off.</summary>
public sealed record PublishBoard(string Slug) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override AccountRole Needs => AccountRole.Manager;

    /// <inheritdoc />
    public override string What => $"{RecordSections.Negotiation.Kebab()}-published";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (edit.Record.Negotiation.IsPublished)
        {
            return SaveResult.Refuse("The board is already published.");
        }

        edit.Replace(edit.Record.Negotiation with { Publication = Publication.Published, TakenOffReason = null });
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{edit.Record.Negotiation.Title}: published.";
}

/// <summary>Takes a published board off, with a reason: readers don't find it any more, those who edit do.</summary>
public sealed record TakeBoardOff(string Slug, string Reason) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override AccountRole Needs => AccountRole.Manager;

    /// <inheritdoc />
    public override string What => $"{RecordSections.Negotiation.Kebab()}-taken-off";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (!edit.Record.Negotiation.IsPublished)
        {
            return SaveResult.Refuse("Readers don’t see the board now, so it can’t be taken off.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return SaveResult.Refuse("Give the reason in a sentence.", "reason");
        }

        edit.Replace(edit.Record.Negotiation with { Publication = Publication.TakenOff, TakenOffReason = Reason.Trim() });
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{edit.Record.Negotiation.Title}: taken off. {Reason.Trim()}";
}

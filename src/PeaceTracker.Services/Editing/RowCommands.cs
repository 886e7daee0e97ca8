using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>Adds a descriptive row: a party, an issue, a round. A row without a key is given one.</summary>
public sealed record AddRow<T>(string Slug, T Row) : BoardCommand(Slug) where T : class, IDescriptive<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-added";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        edit.Follow<T>(edit.Add(Row).Key);
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} “{Row.Words}” added.";
}

/// <summary>Edits a descriptive row: <paramref name="Row"/> instead of <paramref name="Original"/>, if that is still what stands
/// there.</summary>
public sealed record EditRow<T>(string Slug, T Original, T Row) : BoardCommand(Slug) where T : class, IDescriptive<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-edited";

    /// <summary>What was wrong, where it was always judged as it is now; null otherwise.</summary>
    public string? Reason { get; init; }

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (Row.Key != Original.Key || edit.Record.Rows<T>().FirstOrDefault(r => r.Key == Original.Key) is not { Retracted: null } current)
        {
            return new SaveResult.Missing();
        }

        if (RowJson.Write(current) != RowJson.Write(Original))
        {
            return new SaveResult.Conflict(current, "", null);
        }

        if (RowJson.Write(current) == RowJson.Write(Row))
        {
            return SaveResult.Refuse("Nothing was changed, so there is nothing to save.");
        }

        if (Row.Loses(current) is { } lost)
        {
            return SaveResult.Refuse(lost.Message, lost.Path);
        }

        // What was there keeps its moment; parts that are new within it (a draft's version) are stamped.
        edit.Replace(Row.Edited(edit.Now, edit.By));
        edit.Follow<T>(Row.Key);
        return null;
    }

    internal override string Summary(RecordEdit edit) =>
        $"{RecordSections.Of<T>().Capital()} “{Row.Words}” {(Reason is null ? "edited." : $"corrected: {Reason}")}";
}

/// <summary>Takes a descriptive row off the board, with a reason. It stays in the record; nothing that stands may refer to it.</summary>
public sealed record RetractRow<T>(string Slug, string Key, string Reason) : BoardCommand(Slug) where T : class, IDescriptive<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-retracted";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (edit.Record.Rows<T>().FirstOrDefault(r => r.Key == Key) is not { Retracted: null } current)
        {
            return new SaveResult.Missing();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return SaveResult.Refuse("Give the reason in a sentence.", "reason");
        }

        edit.Replace(current.WithRetraction(new Retraction { At = edit.Now, By = edit.By, Reason = Reason }));
        edit.Follow<T>(Key);
        return RowUses.Of(edit.Before, new RecordRow(RecordSections.Of<T>(), current)) is { Count: > 0 } uses
            ? SaveResult.Refuse(RowUses.Sentence(uses))
            : null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} “{Key}” retracted: {Reason}";
}

/// <summary>Edits what a negotiation says of itself.</summary>
public sealed record EditNegotiation(Negotiation Original, Negotiation Row) : BoardCommand(Original.Slug)
{
    /// <inheritdoc />
    public override AccountRole Needs => RowRights.ToChange(RecordSections.Negotiation, requiresApproval: false);

    /// <inheritdoc />
    public override string What => $"{RecordSections.Negotiation.Kebab()}-edited";

    /// <summary>What was wrong, where it was always judged as it is now; null otherwise.</summary>
    public string? Reason { get; init; }

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var current = edit.Record.Negotiation;
        if (Row.Slug != current.Slug)
        {
            return SaveResult.Refuse("The slug is part of every cited address, so it can’t be changed.", "slug");
        }

        if ((Row.Publication, Row.TakenOffReason) != (Original.Publication, Original.TakenOffReason))
        {
            return SaveResult.Refuse("A board is published or taken off on its own page, not by editing the negotiation.", "publication");
        }

        // By content: lists are equal by themselves only where they are one and the same.
        if (RowJson.Write(current) != RowJson.Write(Original))
        {
            return new SaveResult.Conflict(current, "", null);
        }

        if (RowJson.Write(current) == RowJson.Write(Row))
        {
            return SaveResult.Refuse("Nothing was changed, so there is nothing to save.");
        }

        edit.Replace(Row.Edited(edit.Now, edit.By));
        return null;
    }

    internal override string Summary(RecordEdit edit)
    {
        var approval = Original.RequiresApproval == Row.RequiresApproval ? ""
            : Row.RequiresApproval ? " From now on a second person approves outcomes."
            : " From now on no second person approves outcomes.";
        return (Reason is null ? "The negotiation was edited." : $"The negotiation was corrected: {Reason}") + approval;
    }
}

/// <summary>Begins a new negotiation, with an empty board, in preparation.</summary>
public sealed record AddNegotiation(Negotiation Negotiation) : BoardCommand(Negotiation.Slug)
{
    /// <summary>The negotiation, which readers don't see yet.</summary>
    public Negotiation Negotiation { get; } = Negotiation with { Publication = Publication.InPreparation, TakenOffReason = null };

    /// <inheritdoc />
    public override AccountRole Needs => AccountRole.Manager;

    /// <inheritdoc />
    public override string What => $"{RecordSections.Negotiation.Kebab()}-added";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        edit.Begin();
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{Negotiation.Title}: begun with an empty board, in preparation.";
}

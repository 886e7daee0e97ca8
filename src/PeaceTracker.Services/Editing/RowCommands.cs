using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>Adds a descriptive row: a party, an issue, a round. A row without a key is given one.</summary>
public sealed record AddRow<T>(string Slug, T Row) : BoardCommand(Slug) where T : class, IDescription
{
    /// <inheritdoc />
    public override string What => $"{Naming.Kebab<T>()}-added";

    internal override AccountRole NeedsWithApproval => RowApproval.For<T>(Needs);

    internal override SaveResult? Apply(RecordEdit edit)
    {
        edit.Add(Row);
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{Naming.Noun<T>()} “{Sections.Of<T>().Words(Row)}” added.";
}

/// <summary>Edits a descriptive row: <paramref name="Row"/> in the place of <paramref name="Original"/>, if that is still what stands there.</summary>
public sealed record EditRow<T>(string Slug, T Original, T Row) : BoardCommand(Slug) where T : class, IDescription<T>
{
    /// <inheritdoc />
    public override string What => $"{Naming.Kebab<T>()}-edited";

    internal override AccountRole NeedsWithApproval => RowApproval.MovesShares(Original, Row) ? AccountRole.Manager : RowApproval.For<T>(Needs);

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var section = Sections.Of<T>();
        var key = section.KeyOf(Original);
        if (section.KeyOf(Row) != key || section.Rows(edit.Record).FirstOrDefault(r => section.KeyOf(r) == key) is not { Retracted: null } current)
        {
            return new SaveResult.Missing();
        }

        if (RecordEdit.Json(current) != RecordEdit.Json(Original))
        {
            return new SaveResult.Conflict(current, "", null);
        }

        if (RecordEdit.Json(current) == RecordEdit.Json(Row))
        {
            return SaveResult.Refuse("Nothing was changed, so there is nothing to save.");
        }

        if (Row.Loses(current) is { } lost)
        {
            return SaveResult.Refuse(lost.Message, lost.Path);
        }

        // What was there keeps its moment; parts that are new within it (a draft's version) are stamped.
        edit.Replace(Row.Edited(edit.Now, edit.By));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{Naming.Noun<T>()} “{Sections.Of<T>().Words(Row)}” edited.";
}

/// <summary>Takes a descriptive row off the board, with a reason. It stays in the record; nothing that stands may refer to it.</summary>
public sealed record RetractRow<T>(string Slug, string Key, string Reason) : BoardCommand(Slug) where T : class, IDescription
{
    /// <inheritdoc />
    public override string What => $"{Naming.Kebab<T>()}-retracted";

    internal override AccountRole NeedsWithApproval => RowApproval.For<T>(Needs);

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var section = Sections.Of<T>();
        if (section.Rows(edit.Record).FirstOrDefault(r => section.KeyOf(r) == Key) is not { Retracted: null } current)
        {
            return new SaveResult.Missing();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return SaveResult.Refuse("Say in one sentence why it is taken off the board.", "reason");
        }

        edit.Replace(Naming.Retracted(current, new Retraction { At = edit.Now, By = edit.By, Reason = Reason }));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{Naming.Noun<T>()} “{Key}” retracted: {Reason}";
}

/// <summary>The least role for a descriptive row where the negotiation requires approval.</summary>
internal static class RowApproval
{
    // An agenda moves every share, like an outcome: it takes a manager to add, edit or retract a version.
    public static AccountRole For<T>(AccountRole needs) => typeof(T) == typeof(Domain.Issues.AgendaVersion) ? AccountRole.Manager : needs;

    // So does which pairs have to agree, to which of them an issue applies, and its weight; a title or a description moves nothing.
    public static bool MovesShares(IDescription before, IDescription after) => (before, after) switch
    {
        (Domain.Parties.Dyad was, Domain.Parties.Dyad now) => was.Required != now.Required,
        (Domain.Issues.Issue was, Domain.Issues.Issue now) => was.Salience != now.Salience || !was.DyadKeys.SequenceEqual(now.DyadKeys, StringComparer.Ordinal),
        _ => false,
    };
}

/// <summary>Edits what a negotiation says of itself.</summary>
public sealed record EditNegotiation(Negotiation Original, Negotiation Row) : BoardCommand(Original.Slug)
{
    /// <inheritdoc />
    public override AccountRole Needs => AccountRole.Manager;

    /// <inheritdoc />
    public override string What => "negotiation-edited";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var current = edit.Record.Negotiation;
        if (Row.Slug != current.Slug)
        {
            return SaveResult.Refuse("The slug is in every address that was ever cited, so it does not change.", "slug");
        }

        if (current != Original)
        {
            return new SaveResult.Conflict(current, "", null);
        }

        if (current == Row)
        {
            return SaveResult.Refuse("Nothing was changed, so there is nothing to save.");
        }

        edit.Replace(Row);
        return null;
    }

    internal override string Summary(RecordEdit edit) => "The negotiation's description was edited.";
}

/// <summary>Begins a new negotiation, with an empty board.</summary>
public sealed record AddNegotiation(Negotiation Negotiation) : BoardCommand(Negotiation.Slug)
{
    /// <inheritdoc />
    public override AccountRole Needs => AccountRole.Manager;

    /// <inheritdoc />
    public override string What => "negotiation-added";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        edit.Begin();
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{Negotiation.Title}: begun with an empty board.";
}

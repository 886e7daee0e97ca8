using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Api;

/// <summary>What a program asks to be recorded, or all that is wrong with how it asks.</summary>
/// <param name="Command">The command; null where something is wrong, or what it is about is not there.</param>
/// <param name="Errors">What is wrong, each at its place in what was sent.</param>
public sealed record ApiAsked(BoardCommand? Command, IReadOnlyList<FieldError> Errors);

/// <summary>Makes of what a program sends the commands that the forms of the pages make, for every kind of row alike.</summary>
public static class ApiCommands
{
    /// <summary>The field of a row that a program may give to a new one, and can't change.</summary>
    public static string KeyField => RowFieldNames.Key;

    /// <summary>The fields of rows that are kept by the program, whatever is sent.</summary>
    public static IReadOnlySet<string> KeptFields => RowFieldNames.Kept;

    /// <summary>Adds a row, or records an entry.</summary>
    public static ApiAsked Add(RecordList list, string slug, ApiBody body)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Use(new Adding(slug, body));
    }

    /// <summary>
    /// Corrects a row or an entry: <paramref name="seen"/> is the record as the program has seen it, <paramref name="now"/> as it is. Nothing where
    /// there is none of that key.
    /// </summary>
    public static ApiAsked Correct(RecordList list, string slug, string key, ApiBody body, NegotiationRecord seen, NegotiationRecord now)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Use(new Correcting(slug, key, body, seen, now));
    }

    /// <summary>Corrects what a negotiation says of itself.</summary>
    public static ApiAsked Correct(string slug, ApiBody body, NegotiationRecord seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return new ApiCorrected(body).Of<Negotiation>(
            seen.Negotiation, (row, reason) => new EditNegotiation(seen.Negotiation, row) { Reason = reason });
    }

    /// <summary>Takes a row or an entry off the board.</summary>
    public static ApiAsked Retract(RecordSection section, string slug, string key, ApiBody body, NegotiationRecord now)
    {
        ArgumentNullException.ThrowIfNull(body);
        var errors = new List<FieldError>();
        return body.Bind<ApiRetraction>(errors) is not { } asked || RecordRows.Find(now, section.Name, key) is not { Row: var row }
            ? new(null, errors)
            : new(RecordRows.Retract(slug, new(section, row), asked.Reason.Trim()), errors);
    }

    /// <summary>
    /// Puts a row or an entry back that was retracted. An entry is asked for by its key or by that of its retraction, which the answer to the
    /// retraction gave.
    /// </summary>
    public static ApiAsked Restore(RecordList list, string slug, string key, ApiBody body, NegotiationRecord now)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(body);
        var errors = new List<FieldError>();
        if (body.Bind<ApiRestoration>(errors) is not { } asked || RecordRows.Find(now, list.Name, key) is not { } row)
        {
            return new(null, errors);
        }

        var retraction = row.Entry is null or { Kind: EntryKind.Retraction } ? row
            : RecordRows.In(now, list).FirstOrDefault(other => other.Entry is { Kind: EntryKind.Retraction } entry && entry.SupersedesKey == key);
        return new(RecordRows.Restore(slug, retraction ?? row, asked.Reason.Trim()), errors);
    }

    /// <summary>Shows a board to readers, or takes it off.</summary>
    public static ApiAsked Publish(string slug, ApiBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var errors = new List<FieldError>();
        if (body.Bind<ApiPublication>(errors) is not { } asked)
        {
            return new(null, errors);
        }

        switch (asked.Publication)
        {
            case Publication.Published:
                return new(new PublishBoard(slug), errors);
            case Publication.TakenOff:
                return new(new TakeBoardOff(slug, asked.Reason ?? ""), errors);
            case Publication.InPreparation or null:
                errors.Add(new("publication", "Say “published”, or “taken-off” with a reason."));
                return new(null, errors);
        }

        return new(null, errors);
    }

    /// <summary>
    /// The form of an outcome as it was sent, and whether it is to be kept as a draft; of a round on the board what is not said stays as it is there.
    /// </summary>
    public static (OutcomeForm? Form, bool Draft, IReadOnlyList<FieldError> Errors) Outcome(ApiBody body, NegotiationRecord now)
    {
        ArgumentNullException.ThrowIfNull(body);
        var errors = new List<FieldError>();
        var draft = body.Take("draft", errors);
        if (draft is not (null or { Kind: FileNodeKind.True or FileNodeKind.False or FileNodeKind.Null }))
        {
            errors.Add(new("draft", $"true or false belongs here, not {draft.InWords}."));
        }

        body.AsTexts("claims", "figure");
        var form = body.Bind<OutcomeForm>(errors);
        if (form?.RoundReport is { } report && now.Rounds.FirstOrDefault(round => round.Key == form.RoundKey) is { } round)
        {
            var known = RoundReportForm.Of(round);
            (report.RoundKey, report.FilledFrom) = (known.RoundKey, known.FilledFrom);
            var said = body.Part("roundReport")!;
            report.StartsOn = said.Has("startsOn") ? report.StartsOn : known.StartsOn;
            report.EndsOn = said.Has("endsOn") ? report.EndsOn : known.EndsOn;
            report.Precision = said.Has("precision") ? report.Precision : known.Precision;
            report.Place = said.Has("place") ? report.Place : known.Place;
            report.IssueKeys = said.Has("issues") ? report.IssueKeys : known.IssueKeys;
        }

        return (form, draft?.Kind == FileNodeKind.True, errors);
    }

    /// <summary>Where in what was sent a field of an outcome stands: the form on the page has the round in one place, whichever it is.</summary>
    public static string Place(OutcomeForm form, string path)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(path);
        const string Round = "round.";
        return !path.StartsWith(Round, StringComparison.Ordinal) ? path
            : form.NewRound is not null ? $"newRound.{path[Round.Length..]}"
            : path == "round.outcome" ? "roundOutcome"
            : $"roundReport.{path[Round.Length..].Replace("outcomeCitations", "citations", StringComparison.Ordinal)}";
    }

    /// <summary>Where in a correction a field of the row stands by which it was refused.</summary>
    public static string PlaceInCorrection(string path) => ApiCorrected.Place(path);

    private sealed class Adding(string slug, ApiBody body) : IRecordListUse<ApiAsked>
    {
        private readonly List<FieldError> _errors = [];

        public ApiAsked Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> =>
            new(body.Row<T>(_errors) is { } row ? new AddRow<T>(slug, row) : null, _errors);

        public ApiAsked Entries<T>(EntryList<T> list) where T : class, IEntry<T> =>
            new(body.Row<T>(_errors) is { } entry ? new AddEntry<T>(slug, entry) : null, _errors);
    }

    private sealed class Correcting(string slug, string key, ApiBody body, NegotiationRecord seen, NegotiationRecord now)
        : IRecordListUse<ApiAsked>
    {
        public ApiAsked Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> =>
            seen.Rows<T>().FirstOrDefault(row => row.Key == key) is not { } original ? new(null, [])
                : new ApiCorrected(body).Of<T>(original, (row, reason) => new EditRow<T>(slug, original, row) { Reason = reason });

        // What stands is corrected, whatever was seen: an entry that was superseded since is refused by the command.
        public ApiAsked Entries<T>(EntryList<T> list) where T : class, IEntry<T> =>
            now.Rows<T>().FirstOrDefault(entry => entry.Key == key) is not { } original ? new(null, [])
                : new ApiCorrected(body).Of<T>(original, (row, reason) => new CorrectEntry<T>(slug, row, key, reason ?? ""), always: true);
    }
}

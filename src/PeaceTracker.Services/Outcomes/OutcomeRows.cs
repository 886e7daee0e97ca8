using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Outcomes;

/// <summary>
/// The rows that an outcome's form stands for: the one reading of it, for publishing and for the preview. Entries take round and day from
/// the outcome's round where they have none of their own, and what the form calls a new source gets its key on the board.
/// </summary>
internal sealed class OutcomeRows
{
    private readonly OutcomeForm _form;
    private readonly RecordEdit _edit;
    private readonly FormCheck _check;
    private readonly Dictionary<string, string> _sourceKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _claimKeys = new(StringComparer.Ordinal);

    private OutcomeRows(OutcomeForm form, RecordEdit edit, FormCheck check)
    {
        (_form, _edit, _check) = (form, edit, check);

        // Sources first, because the rest cites them; the round next, because the entries belong to it.
        foreach (var (at, source) in Places("sources", form.Sources))
        {
            _sourceKeys[source.Key] = edit.Add(source.ToRow(check, at: at), at).Key;
        }

        Round = AddOrFindRound();
        StatusEvents = [.. Places("statusEvents", form.StatusEvents).Select(entry => AddStatusEvent(entry.At, entry.Form))];
        Positions = [.. Places("positions", form.Positions).Select(position => AddPosition(position.At, position.Form))];
        AddTheRest();
    }

    /// <summary>The round that it came out of; null for none, or while none is chosen.</summary>
    public OutcomeRound? Round { get; }

    /// <summary>The status events, in the order of the form.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get; }

    /// <summary>The positions, in the order of the form.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>Makes the rows and adds them to the record; what is missing in the form is told to <paramref name="check"/>, at its place.</summary>
    public static OutcomeRows Enter(OutcomeForm form, RecordEdit edit, FormCheck check) => new(form, edit, check);

    private DateOnly Today => _edit.Record.Negotiation.DayOf(_edit.Now);

    private static IEnumerable<(string At, T Form)> Places<T>(string name, IEnumerable<T> forms) => forms.Select((form, i) => ($"{name}[{i}]", form));

    private StatusEvent AddStatusEvent(string at, StatusEventForm form)
    {
        var entry = form.ToRow(_check, at, Round);
        return _edit.Add(entry with { Citations = Real(entry.Citations) }, at);
    }

    private Position AddPosition(string at, Services.Positions.PositionForm form)
    {
        var position = form.ToRow(_check, at, Round);
        return _edit.Add(position with { Citations = Real(position.Citations) }, at);
    }

    private void AddTheRest()
    {
        foreach (var (at, version) in Places("draftVersions", _form.DraftVersions))
        {
            AddVersion(at, version);
        }

        foreach (var (at, form) in Places("offers", _form.Offers))
        {
            var offer = form.ToRow(_check, at: at, round: Round);
            _edit.Add(offer with { Citations = Real(offer.Citations) }, at);
        }

        foreach (var (at, form) in Places("claims", _form.Claims))
        {
            var claim = form.ToRow(_check, at, Round);
            IReadOnlyList<Appearance> appearances = [.. claim.Appearances.Select(a => a with { Citation = Real(a.Citation) })];
            _claimKeys[form.Key] = _edit.Add(claim with { Appearances = appearances }, at).Key;
        }

        if (_form.Headline is { } headline)
        {
            var chosen = headline.ClaimKey is { } key ? _claimKeys.GetValueOrDefault(key, key) : null;
            if (ChooseHeadline.Refusal(_edit, chosen) is { } refusal)
            {
                _check.Add("headline.claim", refusal);
            }
            else
            {
                ChooseHeadline.Enter(_edit, chosen, headline.Reason);
            }
        }

        if (_form.NextRound is { } next)
        {
            var known = Round is { Day: var day } && day < Today ? day : Today;
            _edit.Add(Real(next.ToRow(_check, known, at: "nextRound")), "nextRound");
        }
    }

    private OutcomeRound? AddOrFindRound()
    {
        if (_form.NewRound is { } made)
        {
            var added = _edit.Add(Real(made.ToRow(_check, known: Today, at: "round")), "round");
            return new OutcomeRound(added.Key, added.LastDay, added.Precision);
        }

        if (_form.RoundKey is not { } key)
        {
            if (_form.RoundOnBoard)
            {
                _check.Add("round", "Choose the round that it came out of, or say that it was none.");
            }

            return null;
        }

        if (_edit.Record.Rounds.FirstOrDefault(r => r.Key == key && r.Retracted is null) is not { } round)
        {
            _check.Add("round", $"There is no round “{key}” on the board. Choose one that is, or add it.");
            return null;
        }

        round = Reported(round);
        return new OutcomeRound(round.Key, round.LastDay, round.Precision);
    }

    // Once: what somebody has recorded of a round is edited in its own form, where both versions are seen.
    private Round Reported(Round round)
    {
        var came = FormCheck.Optional(_form.RoundOutcome);
        if (round.Outcome is not null)
        {
            if (came is not null && came != round.Outcome)
            {
                _check.Add(
                    "round.outcome",
                    $"This round already has an outcome: “{round.Outcome}” Leave this out, or edit the round if that is not enough.");
            }

            return round;
        }

        var report = _form.RoundReport is { } typed && typed.RoundKey == round.Key && _form.HasOutcome ? typed : null;
        RoundForm.OutcomeNeedsSource(_check, came, report?.Citations ?? [], "round.outcomeCitations");
        if (report?.IsFilledFrom(round) == false)
        {
            _check.Add("round", "Somebody else has edited this round in the meantime. Check its details, and try again.");
        }

        return report is null && came is null ? round : TookPlace(round, report?.ToRow(round, _check, "round") ?? round, came);
    }

    private Round TookPlace(Round before, Round round, string? came)
    {
        if (round.StartsOn > Today)
        {
            _check.Add("round.outcome", $"The round begins on {round.StartsOn:yyyy-MM-dd}: it can’t have an outcome yet.");
            return before;
        }

        round = Real(round) with { Outcome = came, State = RoundState.Held };
        if (RowJson.Write(round) != RowJson.Write(before))
        {
            _edit.Replace(round, "round");
        }

        return round;
    }

    // A further version is an edit of its draft; the rules' complaints about the draft are shown at the version.
    private void AddVersion(string at, DraftVersionForm form)
    {
        var draft = form.DraftKey is null ? null : _edit.Record.Drafts.FirstOrDefault(d => d.Key == form.DraftKey && d.Retracted is null);
        if (form.DraftKey is not null && draft is null)
        {
            _check.Add($"{at}.draft", "This draft is no longer on the board. Choose another, or add it as a new one.");
            return;
        }

        var version = form.ToRow((draft?.Versions.Count ?? 0) + 1, _check, at, Round);
        version = version with { Citations = Real(version.Citations), RecordedAt = _edit.Now, RecordedBy = _edit.By };
        if (draft is not null)
        {
            _edit.Replace(draft with { Versions = [.. draft.Versions, version] }, at, $"versions[{draft.Versions.Count}]");
            return;
        }

        var title = _check.Need($"{at}.title", form.NewDraftTitle, "Give the draft a title, or choose one that is on the board.");
        var begun = new Draft { Key = "", RecordedAt = default, Title = title, IssueKeys = form.IssueKeys, Versions = [version] };
        _edit.Add(begun, at, "versions[0]");
    }

    private Round Real(Round round) => round with { Citations = Real(round.Citations), OutcomeCitations = Real(round.OutcomeCitations) };

    private IReadOnlyList<Citation> Real(IReadOnlyList<Citation> citations) => [.. citations.Select(Real)];

    private Citation Real(Citation citation) =>
        _sourceKeys.TryGetValue(citation.SourceKey, out var key) ? citation with { SourceKey = key } : citation;
}

using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Parties;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Editing;

/// <summary>A form that is opened and saved untouched changes nothing: of every row of the negotiation files, and of one in which every property has a value.</summary>
public class FormRoundTripTests
{
    private static readonly Dictionary<string, Func<object, FormCheck, object>> Forms = new()
    {
        ["issues"] = (row, check) => IssueForm.Of((Issue)row).ToRow(check, (Issue)row),
        ["agendaVersions"] = (row, check) => AgendaVersionForm.Of((AgendaVersion)row).ToRow(((AgendaVersion)row).Number, check, (AgendaVersion)row),
        ["rounds"] = (row, check) => RoundForm.Of((Round)row).ToRow(check, DateOnly.MaxValue, (Round)row),
        ["drafts"] = (row, check) => DraftForm.Of((Draft)row).ToRow(check, (Draft)row),
        ["offers"] = (row, check) => OfferForm.Of((Offer)row).ToRow(check, (Offer)row),
        ["claims"] = (row, check) => Entered((Claim)row, ClaimForm.Of((Claim)row).ToRow(check)),
        ["negotiation"] = (row, check) => NegotiationForm.Of((Negotiation)row).ToRow(check),
        ["sources"] = (row, check) => SourceForm.Of((Source)row).ToRow(check, (Source)row),
        ["parties"] = (row, check) => PartyForm.Of((Party)row).ToRow(check, (Party)row),
        ["delegates"] = (row, check) => DelegateForm.Of((PartyDelegate)row).ToRow(check, (PartyDelegate)row),
        ["dyads"] = (row, check) => DyadForm.Of((Dyad)row).ToRow(check, (Dyad)row),
        ["workingGroups"] = (row, check) => WorkingGroupForm.Of((WorkingGroup)row).ToRow(check, (WorkingGroup)row),
    };

    // A draft numbers its versions by their order.
    private static NegotiationRecord Numbered(NegotiationRecord record) => record with
    {
        Drafts = [.. record.Drafts.Select(draft => draft with { Versions = [.. draft.Versions.Select((version, i) => version with { Number = i + 1 })] })],
    };

    // What an entry is given when it is recorded is no field of its form.
    private static Claim Entered(Claim was, Claim row) =>
        row with { Key = was.Key, Kind = was.Kind, SupersedesKey = was.SupersedesKey, Reason = was.Reason, RecordedAt = was.RecordedAt, RecordedBy = was.RecordedBy };

    public static TheoryData<string> Sections => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task ToRow_OfEveryRow_IsTheRow(string section)
    {
        NegotiationRecord[] records = [await SeedBoards.RecordAsync(SeedFile.RussiaUkraine), await SeedBoards.RecordAsync(SeedFile.Example), Numbered(FullRecord.Make())];
        var rows = records.SelectMany(record => RecordRows.In(record, section)).ToList();

        Assert.True(rows.Count > 2, $"There is hardly a row of {section}.");
        foreach (var row in rows)
        {
            var check = new FormCheck();
            var back = Forms[section](row.Row, check);

            Assert.Empty(check.Errors);
            // What was retracted opens no form.
            Assert.Empty(RowFields.Compare(row.Row, back).Where(field => field.Field != "retracted").Select(field => $"{row.Key}: {field}"));
        }
    }
}

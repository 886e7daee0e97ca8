using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Parties;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Editing;

/// <summary>A form that is opened and saved untouched changes nothing: of every row of the negotiation files, and of one in which every property has
/// a value.</summary>
public class FormRoundTripTests
{
    private static readonly Dictionary<Type, Func<object, FormCheck, object>> Forms = new()
    {
        [typeof(Issue)] = (row, check) => IssueForm.Of((Issue)row).ToRow(check, (Issue)row),
        [typeof(AgendaVersion)] = (row, check) =>
            AgendaVersionForm.Of((AgendaVersion)row).ToRow(((AgendaVersion)row).Number, check, (AgendaVersion)row),
        [typeof(Round)] = (row, check) => RoundForm.Of((Round)row).ToRow(check, DateOnly.MaxValue, (Round)row),
        [typeof(Draft)] = (row, check) => DraftForm.Of((Draft)row).ToRow(check, (Draft)row),
        [typeof(Offer)] = (row, check) => OfferForm.Of((Offer)row).ToRow(check, (Offer)row),
        [typeof(Claim)] = (row, check) => Entered((Claim)row, ClaimForm.Of((Claim)row).ToRow(check)),
        [typeof(ClaimAppearance)] = (row, check) => Entered((ClaimAppearance)row, ClaimAppearanceForm.Of((ClaimAppearance)row).ToRow(check)),
        [typeof(StatusEvent)] = (row, check) => Entered((StatusEvent)row, StatusEventForm.Of((StatusEvent)row).ToRow(check)),
        [typeof(Position)] = (row, check) => Entered((Position)row, PositionForm.Of((Position)row).ToRow(check)),
        [typeof(Negotiation)] = (row, check) => NegotiationForm.Of((Negotiation)row).ToRow(check, (Negotiation)row),
        [typeof(Source)] = (row, check) => SourceForm.Of((Source)row).ToRow(check, (Source)row),
        [typeof(Party)] = (row, check) => PartyForm.Of((Party)row).ToRow(check, (Party)row),
        [typeof(PartyDelegate)] = (row, check) => DelegateForm.Of((PartyDelegate)row).ToRow(check, (PartyDelegate)row),
        [typeof(Dyad)] = (row, check) => DyadForm.Of((Dyad)row).ToRow(check, (Dyad)row),
        [typeof(WorkingGroup)] = (row, check) => WorkingGroupForm.Of((WorkingGroup)row).ToRow(check, (WorkingGroup)row),
    };

    // A draft numbers its versions by their order, and a claim has one figure: a range, or so many points of so many.
    private static NegotiationRecord Numbered(NegotiationRecord record) => record with
    {
        Claims = [.. record.Claims.Select((claim, i) => i == 0 ? claim with { AgreedPoints = null } : claim with { Figure = null, FigureTo = null })],
        Drafts = [.. record.Drafts.Select(draft =>
            draft with { Versions = [.. draft.Versions.Select((version, i) => version with { Number = i + 1 })] })],
    };

    // What an entry is given when it is recorded is no field of its form.
    private static T Entered<T>(T was, T row) where T : class, IEntry<T>
    {
        string[] given =
        [
            nameof(IEntry.Key), nameof(IEntry.Kind), nameof(IEntry.SupersedesKey), nameof(IEntry.Reason), nameof(IEntry.RecordedAt),
            nameof(IEntry.RecordedBy),
        ];
        foreach (var property in typeof(T).GetProperties().Where(property => given.Contains(property.Name)))
        {
            property.SetValue(row, property.GetValue(was));
        }

        return row;
    }

    public static TheoryData<string> Sections => [.. RecordSections.All.Select(section => section.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task ToRow_OfEveryRow_IsTheRow(string section)
    {
        NegotiationRecord[] records =
        [
            await SeedBoards.RecordAsync(SeedFile.RussiaUkraine), await SeedBoards.RecordAsync(SeedFile.Example), Numbered(FullRecord.Make()),
        ];
        var rows = records.SelectMany(record => RecordRows.In(record, section)).ToList();

        Assert.True(rows.Count > 2, $"There is hardly a row of {section}.");
        foreach (var row in rows)
        {
            var check = new FormCheck();
            var back = Forms[row.Row.GetType()](row.Row, check);

            Assert.Empty(check.Errors);
            // What was retracted opens no form.
            Assert.Empty(RowFields.Compare(row.Row, back).Where(field => field.Field != "retracted").Select(field => $"{row.Key}: {field}"));
        }
    }
}

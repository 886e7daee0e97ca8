using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Editing;

/// <summary>A form that is opened and saved untouched changes nothing: of every row of the negotiation files, and of one in which every property has a value.</summary>
public class FormRoundTripTests
{
    private static readonly Dictionary<string, Func<object, FormCheck, object>> Forms = new()
    {
        ["sources"] = (row, check) => SourceForm.Of((Source)row).ToRow(check, (Source)row),
    };

    public static TheoryData<string> Sections => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task ToRow_OfEveryRow_IsTheRow(string section)
    {
        NegotiationRecord[] records = [await SeedBoards.RecordAsync(SeedFile.RussiaUkraine), await SeedBoards.RecordAsync(SeedFile.Example), FullRecord.Make()];
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

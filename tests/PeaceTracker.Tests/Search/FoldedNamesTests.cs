using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Search;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Search;

/// <summary>Names are found in every list that is searched, however they are typed, and whatever the reader's language.</summary>
public class FoldedNamesTests
{
    public static TheoryData<string, string> Names { get; } = new()
    {
        { "O’Brien", "O'Brien" },
        { "O'Brien", "o’brien" },
        { "O´Brien", "O'Brien" },
        { "Łódź", "lodz" },
        { "LODZ", "łódź" },
        { "İstanbul", "istanbul" },
        { "istanbul", "İSTANBUL" },
        { "Diyarbakır", "DIYARBAKIR" },
        { "Diyarbakir", "dıyarbakır" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void SearchPage_Name_IsFound(string name, string typed) =>
        Assert.Equal(1, SearchView.Of(Named(name), typed).Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void IssueFilter_Name_IsFound(string name, string typed) =>
        Assert.Single(IssueList.Of(Named(name), new IssueQuery { Text = typed }).Matching);

    [Theory]
    [MemberData(nameof(Names))]
    public void Matrix_Name_IsFound(string name, string typed) =>
        Assert.Single(MatrixView.Of(Named(name), new MatrixQuery { Text = typed }).Matching);

    // Turkish makes another letter of a small i, and an I of another.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("en-GB")]
    public void Fold_AnyLanguageOfTheReader_TheSame(string language)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal("istanbul istanbul diyarbakir idil", SearchText.Fold("İstanbul ISTANBUL Diyarbakır IDIL"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static BoardSnapshot Named(string name)
    {
        var record = new RecordBuilder().Issues(2, null).Build();
        var named = record with { Issues = [record.Issues[0] with { Title = $"The {name} case" }, record.Issues[1]] };
        return new Board(named, 1).AsOf(RecordBuilder.Day(2));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Histories, conflicts and the feed call a field what its form calls it.</summary>
public sealed partial class FieldNamesTests : ComponentTests
{
    // Fields that have another word in their form, by what is chosen beside them.
    private static readonly string[] SaidOtherwise = ["issue", "fromIssues", "toIssues", "order", "draft", "publishedOn"];

    [Theory]
    [InlineData("negotiation", "Negotiations/NegotiationFields")]
    [InlineData("issues", "Issues/IssueFields")]
    [InlineData("statusEvents", "Issues/StatusEventFields")]
    [InlineData("agendaVersions", "Issues/AgendaFields")]
    [InlineData("positions", "Positions/PositionFields")]
    [InlineData("claims", "Claims/ClaimFields")]
    [InlineData("drafts", "Drafts/DraftFields")]
    [InlineData("offers", "Drafts/OfferFields")]
    [InlineData("sources", "Sources/SourceFields")]
    [InlineData("rounds", "Talks/RoundFields")]
    public void Field_OfAForm_HasTheFormsLabel(string section, string form)
    {
        var l = Services.GetRequiredService<IStringLocalizer<Text>>();
        var text = File.ReadAllText(Repository.PathOf($"src/PeaceTracker.Web/Features/{form}.razor"));
        var labels = Labelled().Matches(text).Select(match => (Label: match.Groups[1].Value, Field: match.Groups[2].Value))
            .Where(field => !SaidOtherwise.Contains(field.Field)).ToList();

        Assert.NotEmpty(labels);
        Assert.Empty(labels.Where(field => l.Field(field.Field, section) != field.Label)
            .Select(field => $"{field.Field}: “{field.Label}” in the form, “{l.Field(field.Field, section)}” elsewhere"));
    }

    [Fact]
    public void Field_ThatNoFormRenames_IsSpeltOut() =>
        Assert.Equal("Date as printed", Services.GetRequiredService<IStringLocalizer<Text>>().Field("dateAsPrinted", "sources"));

    [GeneratedRegex("""<[\w.]+\s[^<]*?\bLabel="@\(?L\["([^"{]*)"\]\)?"[^<]*?\bPath="(\w+)["]""")]
    private static partial Regex Labelled();
}

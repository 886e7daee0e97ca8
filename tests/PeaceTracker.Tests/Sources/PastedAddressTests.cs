using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Sources;

public class PastedAddressTests
{
    private static readonly Source There = new()
    {
        Key = "there", RecordedAt = RecordBuilder.At(1), Publisher = "The Gazette", Headline = "Talks", Language = "fr",
        Url = "https://gazette.example/a", PublishedOn = RecordBuilder.Day(1), DateAsPrinted = "1 Jan.", Reliability = Reliability.B,
    };

    [Theory]
    [InlineData("https://www.example.org/2025/12/15/talks", "2025-12-15", DatePrecision.Day)]
    [InlineData("https://example.org/world/2025/dec/15/talks", "2025-12-15", DatePrecision.Day)]
    [InlineData("https://example.org/talks-2025-12-5/", "2025-12-05", DatePrecision.Day)]
    [InlineData("https://example.org/news/20251215-talks", "2025-12-15", DatePrecision.Day)]
    [InlineData("https://example.org/2025/12/talks", "2025-12-01", DatePrecision.Month)]
    [InlineData("https://example.org/2025/12/15/20251215", "2025-12-15", DatePrecision.Day)] // twice the same
    [InlineData("https://example.org/2025/12/15/2025/12/16", null, DatePrecision.Day)] // two days: neither is certain
    [InlineData("https://example.org/2025/13/15", null, DatePrecision.Day)]
    [InlineData("https://example.org/2025/02/30", null, DatePrecision.Day)]
    [InlineData("https://example.org/id/120251215", null, DatePrecision.Day)] // a number, no date
    [InlineData("https://example.org/talks?d=2025-12-15", null, DatePrecision.Day)] // the day of the visit, as often as not
    public void Read_DayInThePath_IsTakenWhereItIsOne(string address, string? day, DatePrecision precision) =>
        Assert.Equal(
            day is null ? (DateAsKnown?)null : new DateAsKnown(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), precision),
            PastedAddress.Read(address, [])!.Published);

    [Theory]
    [InlineData("https://www.gazette.example/b", "The Gazette")] // as a source of the board names it
    [InlineData("https://other.example/b", "other.example")]
    [InlineData("https://t.me/somebody/12", null)] // everybody has pages there
    public void Read_Place_NamesThePublisher(string address, string? publisher) =>
        Assert.Equal(publisher, PastedAddress.Read(address, [There])!.Publisher);

    [Fact]
    public void Read_SharedPlace_KnowsItsOwnerByThePath()
    {
        var channel = There with { Url = "https://t.me/mfa/1", Publisher = "The ministry" };

        Assert.Equal("The ministry", PastedAddress.Read("https://t.me/mfa/7", [channel])!.Publisher);
        Assert.Null(PastedAddress.Read("https://t.me/another/7", [channel])!.Publisher);
    }

    [Fact]
    public void Read_CopyInTheArchive_IsOfThePageThatWasCopied()
    {
        var pasted = PastedAddress.Read("https://web.archive.org/web/20260103120000/https://gazette.example/2025/12/15/b", [There])!;

        Assert.Equal("https://gazette.example/2025/12/15/b", pasted.Url);
        Assert.Equal("https://web.archive.org/web/20260103120000/https://gazette.example/2025/12/15/b", pasted.ArchivedUrl);
        Assert.Equal(("The Gazette", new DateOnly(2025, 12, 15)), (pasted.Publisher, pasted.Published!.Value.On));
    }

    [Theory]
    [InlineData("")]
    [InlineData("talks")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/2025/12/15")]
    [InlineData("https://web.archive.org/web/20260103/http:///")]
    public void Read_NoAddressOfTheWeb_IsNothing(string typed) => Assert.Null(PastedAddress.Read(typed, [There]));

    [Theory]
    [InlineData("https://www.reuters.com/x", "Envoys meet | Reuters", "Envoys meet", "Reuters")]
    [InlineData("https://www.bbc.co.uk/x", "Envoys meet - BBC News", "Envoys meet", "BBC News")]
    [InlineData("https://gazette.example/x", "Envoys meet — The Gazette", "Envoys meet", "The Gazette")]
    [InlineData("https://www.reuters.com/x", "Envoys meet - again", "Envoys meet - again", null)]
    [InlineData("https://www.reuters.com/x", "Reuters", "Reuters", null)]
    public void Titled_NameOfThePlaceAtTheEnd_IsNoPartOfTheHeadline(string address, string title, string headline, string? publisher) =>
        Assert.Equal((headline, publisher), PastedAddress.Read(address, [There])!.Titled(title));

    [Fact]
    public void Take_FieldsThatAreFilled_StayAsTheyAre()
    {
        var form = new SourceForm { Publisher = "My own", PublishedOn = RecordBuilder.Day(3), DateAsPrinted = "3 Jan." };

        form.Take(PastedAddress.Read("https://gazette.example/2025/12/15/b", [There])!, "By the address.");

        Assert.Equal(
            ("My own", RecordBuilder.Day(3), "", "en", null), (form.Publisher, form.PublishedOn, form.DateNote, form.Language, form.Reliability));
    }

    [Fact]
    public void OfPage_DateMarked_IsThePrintedOne()
    {
        var form = SourceForm.OfPage(
            "https://gazette.example/2025/12/b", "Envoys meet | The Gazette", "15 December 2025", [There], "By the address.");

        Assert.Equal(
            ("The Gazette", "Envoys meet", "15 December 2025", new DateOnly(2025, 12, 15), "", Reliability.B, "fr"),
            (form.Publisher, form.Headline, form.DateAsPrinted, form.PublishedOn!.Value, form.DateNote, form.Reliability!.Value, form.Language));
    }

    [Fact]
    public void OfPage_SentenceMarked_IsNoDateAndTheAddressIsAsked()
    {
        var form = SourceForm.OfPage("https://other.example/2025/12/b", "Envoys meet", "They met on 3 January.", [There], "By the address.");

        Assert.Equal(
            ("other.example", "", new DateOnly(2025, 12, 1), DatePrecision.Month, "By the address."),
            (form.Publisher, form.DateAsPrinted, form.PublishedOn!.Value, form.Precision, form.DateNote));
    }
}

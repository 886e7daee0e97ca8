using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class AddressValuesTests : ComponentTests
{
    // Sixty rows: pages of 25, 25 and 10, or of 50 and 10. Where the last is taken, a page past it is the last.
    [Theory]
    [InlineData(1, 25, 1, 1, 25)]
    [InlineData(3, 25, 3, 51, 60)]
    [InlineData(9, 25, 3, 51, 60)]
    [InlineData(2, 50, 2, 51, 60)]
    [InlineData(1, 100, 1, 1, 60)]
    public void Paged_PageAndSize_CutTheList(int page, int size, int expectedPage, int first, int last)
    {
        var values = Values($"?page={page}");

        var list = values.Paged([.. Enumerable.Range(1, 60)], size, orLast: true);

        Assert.Equal((expectedPage, null), (list.Number, values.Refusal));
        Assert.Equal(Enumerable.Range(first, last - first + 1), list.Items);
    }

    [Theory]
    [InlineData("4", "There is no page 4 of this list. It has 3 pages.")]
    [InlineData("2147483647", "There is no page 2147483647 of this list. It has 3 pages.")]
    [InlineData("0", "“0” is not a page. Pages are numbered from 1.")]
    [InlineData("-1", "“-1” is not a page. Pages are numbered from 1.")]
    [InlineData("x", "“x” is not a page. Pages are numbered from 1.")]
    [InlineData("1&page=2", "“1,2” is not a page. Pages are numbered from 1.")]
    public void Paged_NoSuchPage_Refused(string page, string sentence)
    {
        var values = Values($"?page={page}");

        values.Paged([.. Enumerable.Range(1, 60)], 25);

        Assert.Equal(sentence, values.Refusal);
    }

    [Fact]
    public void Paged_EmptyList_HasAFirstPage()
    {
        var values = Values("");

        Assert.Empty(values.Paged<int>([], 25).Items);
        Assert.Null(values.Refusal);
    }

    [Fact]
    public void Text_GivenTwice_Refused()
    {
        var values = Values("?q=north&q=south");

        Assert.Null(values.Text("q"));
        Assert.Equal("“q” is given more than once.", values.Refusal);
    }

    [Fact]
    public void Refusal_SeveralValues_SpeaksOfTheFirst()
    {
        var values = Values("?from=x&to=y");

        Assert.Null(values.Date("from"));
        Assert.Null(values.Date("to"));
        Assert.StartsWith("“x” is not a date", values.Refusal, StringComparison.Ordinal);
    }

    // Of "Borders, land", "Borders" and "Trade": a word with a comma of its own is read before its beginning, each is taken once, and in the order
    // in which they are allowed.
    [Theory]
    [InlineData("Trade", "Trade")]
    [InlineData("Trade,Borders", "Borders|Trade")]
    [InlineData("Borders, land", "Borders, land")]
    [InlineData("Trade,Borders, land", "Borders, land|Trade")]
    [InlineData("Trade&category=Borders, land&category=Trade", "Borders, land|Trade")]
    [InlineData("", "")]
    [InlineData(" , ", "")]
    public void Filters_SeveralWords_InTheirOrder(string given, string expected)
    {
        var values = Values($"?category={given}");

        Assert.Equal(expected, string.Join('|', values.Filters("category", "category", ["Borders, land", "Borders", "Trade"])));
        Assert.Null(values.Refusal);
    }

    // What was written is read back as the same.
    [Fact]
    public void Filters_AsWritten_TheSame()
    {
        ChosenSet<string> chosen = ["Borders, land", "Trade"];

        var values = Values(AddressValues.Written("", [("category", chosen.Text())]));

        Assert.Equal(chosen, values.Filters("category", "category", ["Borders, land", "Borders", "Trade"]));
    }

    // A page says of each unknown word that it is put aside, and keeps the others; a file refuses the first.
    [Fact]
    public void Filters_UnknownWords_PutAsideOnAPageAndRefusedInAFile()
    {
        var page = Values("?pair=a-b,x-y,q", canPutAside: true);
        var file = Values("?pair=a-b,x-y,q");

        Assert.Equal(["a-b"], page.Filters("pair", "pair", ["a-b", "a-c"]));
        Assert.Equal(
            ["There is no pair “x-y” on this board now; it may have been renamed.",
                "There is no pair “q” on this board now; it may have been renamed."],
            page.PutAside);
        Assert.Null(page.Refusal);
        Assert.Empty(file.Filters("pair", "pair", ["a-b", "a-c"]));
        Assert.Equal("“pair” does not accept “x-y”. It accepts: a-b, a-c.", file.Refusal);
    }

    private AddressValues Values(string query, bool canPutAside = false) =>
        new(query, Services.GetRequiredService<IStringLocalizer<Text>>()) { CanPutAside = canPutAside };
}

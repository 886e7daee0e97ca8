using Bunit;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class KeyPickerTests : EditingTests
{
    private static readonly KeyedItem[] Three = [new("us", "United States"), new("ua", "Ukraine"), new("ru", "Russia")];
    private static readonly KeyedItem[] Forty = [.. Enumerable.Range(1, 40).Select(i => new KeyedItem($"i-{i}", $"Issue {i}"))];

    private readonly List<string?> _told = [];

    private void Told(string? key) => _told.Add(key);

    [Fact]
    public void KeyPicker_FewItems_IsAListOfTheBrowser()
    {
        string? told = null;
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Party").Add(f => f.Items, Three).Add(f => f.ValueChanged, key => told = key));

        field.Find("select").Change("ua");

        Assert.Equal("ua", told);
    }

    [Fact]
    public void KeyPicker_ManyItems_IsSearchedByNameWithALabel()
    {
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Issue").Add(f => f.Path, "issue").Add(f => f.Items, Forty).Add(f => f.Value, "i-7"));

        Assert.Equal("Issue 7", field.Find("#field-issue").GetAttribute("value"));
        Assert.Equal("field-issue", field.Find("label").GetAttribute("for"));
    }

    // As the pages search: whatever the letters and apostrophes that were typed.
    [Theory]
    [InlineData("o'brien", "brien")]
    [InlineData("O’Brien mr", "brien")]
    [InlineData("lodz", "city-of-one")]
    [InlineData("ŁÓDŹ", "city-of-one")]
    [InlineData("istanbul", "city-of-two")]
    [InlineData("İSTANBUL", "city-of-two")]
    [InlineData("isik", "light")]
    public void KeyPicker_NameTypedInOtherLetters_IsFoundAndChosenByEnter(string typed, string key)
    {
        KeyedItem[] items =
        [
            .. Forty, new("brien", "Mr O’Brien"), new("city-of-one", "Łódź"), new("city-of-two", "İstanbul"), new("light", "ışık"),
        ];
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Source").Add(f => f.Items, items).Add(f => f.ValueChanged, Told));

        field.Find("input").Input(typed);
        Assert.Equal((1, 0), (field.FindAll("[role=option]").Count, _told.Count));
        field.Find("input").KeyDown("Enter");

        Assert.Equal([key], _told);
        Assert.Empty(field.FindAll("[role=option]"));
    }

    // Tab only leaves the field, whatever the list has under way: nothing is chosen, and nothing is saved as though it were.
    [Fact]
    public void KeyPicker_NameTypedAndLeft_IsNoChoiceAndSaysSo()
    {
        var errors = new FieldErrors();
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Issue").Add(f => f.Errors, errors).Add(f => f.Path, "issue")
            .Add(f => f.Items, Forty).Add(f => f.Value, "i-7").Add(f => f.Required, true).Add(f => f.ValueChanged, Told));

        field.Find("input").Input("Issue 8");
        field.Find("input").KeyDown("Tab");
        field.Find(".key-search").FocusOut();

        Assert.Equal([null], _told);
        Assert.Equal(("Issue 8", "true"), (field.Find("input").GetAttribute("value"), field.Find("input").GetAttribute("aria-required")));
        Assert.Contains("Not chosen yet", field.Find(".field-errors").TextContent, StringComparison.Ordinal);
        Assert.True(errors.AnyUnread);

        field.Find("input").KeyDown("Escape");

        Assert.Equal([null, "i-7"], _told);
        Assert.Equal(("Issue 7", false), (field.Find("input").GetAttribute("value"), errors.AnyUnread));
    }

    [Fact]
    public void KeyPicker_LeftUntouched_StaysAsItWas()
    {
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Issue").Add(f => f.Items, Forty).Add(f => f.ValueChanged, Told));

        field.Find("input").Click();
        Assert.Equal(30, field.FindAll("[role=option]").Count);
        field.Find("input").KeyDown("Tab");
        field.Find(".key-search").FocusOut();

        Assert.Empty(_told);
        Assert.Equal("", field.Find("input").GetAttribute("value") ?? "");
        Assert.Empty(field.FindAll("[role=option]"));
    }

    // As the pairs on offer become few with the issue that is chosen.
    [Fact]
    public void KeyPicker_FewItemsInstead_ForgetsTheNameHalfTyped()
    {
        var errors = new FieldErrors();
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Party").Add(f => f.Errors, errors).Add(f => f.Items, Forty));
        field.Find("input").Input("Issue 8");
        field.Find(".key-search").FocusOut();
        Assert.True(errors.AnyUnread);

        field.Render(p => p.Add(f => f.Items, Three));

        Assert.Equal((4, false), (field.FindAll("select > option").Count, errors.AnyUnread));
    }

    [Fact]
    public void KeyPicker_Arrows_MoveRoundTheListAndAClickChooses()
    {
        var field = Render<KeyPicker>(p => p.Add(f => f.Label, "Issue").Add(f => f.Path, "issue").Add(f => f.Items, Forty)
            .Add(f => f.Value, "i-2").Add(f => f.ValueChanged, Told));
        string? Active() => field.Find("input").GetAttribute("aria-activedescendant");

        field.Find("input").KeyDown("ArrowDown");
        Assert.Equal("field-issue-option-1", Active());
        field.Find("input").KeyDown("ArrowUp");
        field.Find("input").KeyDown("ArrowUp");
        Assert.Equal("field-issue-option-29", Active());
        field.Find("input").KeyDown("ArrowDown");
        Assert.Equal("field-issue-option-0", Active());
        field.Find("#field-issue-option-4").Click();

        Assert.Equal(["i-5"], _told);
    }

    [Fact]
    public void KeysPicker_FewItems_TicksAndUnticks()
    {
        IReadOnlyList<string> told = [];
        var field = Render<KeysPicker>(p =>
            p.Add(f => f.Label, "Parties").Add(f => f.Items, Three).Add(f => f.Values, ["us"]).Add(f => f.ValuesChanged, keys => told = keys));

        field.FindAll("input[type=checkbox]")[2].Change(true);
        Assert.Equal(["us", "ru"], told);
        field.FindAll("input[type=checkbox]")[0].Change(false);
        Assert.Equal(["ru"], told);
    }

    [Fact]
    public void KeysPicker_ManyItems_OffersWhatIsNotChosenAndTakesOut()
    {
        IReadOnlyList<string> told = [];
        var field = Render<KeysPicker>(p =>
            p.Add(f => f.Label, "Issues").Add(f => f.Items, Forty).Add(f => f.Values, ["i-3", "i-5"]).Add(f => f.ValuesChanged, keys => told = keys));

        Assert.DoesNotContain(field.FindComponent<KeyPicker>().Instance.Items, item => item.Key is "i-3" or "i-5");
        Assert.Null(field.FindComponent<KeyPicker>().Instance.Value);
        field.Find("[aria-label='Remove Issue 3']").Click();
        Assert.Equal(["i-5"], told);
    }
}

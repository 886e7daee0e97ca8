using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class FieldTests : EditingTests
{
    private static readonly KeyedItem[] Three = [new("us", "United States"), new("ua", "Ukraine"), new("ru", "Russia")];
    private static readonly KeyedItem[] Forty = [.. Enumerable.Range(1, 40).Select(i => new KeyedItem($"i-{i}", $"Issue {i}"))];

    private readonly List<string?> _told = [];

    private void Told(string? key) => _told.Add(key);

    [Fact]
    public void TextInput_Refused_IsLabelledDescribedAndSaysWhy()
    {
        var errors = new FieldErrors([("title", "Give the title.")]);
        var field = Render<TextInput>(p =>
            p.Add(f => f.Label, "Title").Add(f => f.Help, "A few words.").Add(f => f.Errors, errors).Add(f => f.Path, "title")
                .Add(f => f.Required, true));

        var input = field.Find("input");
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Give the title.", field.Find("#field-title-error").TextContent.Trim());
        Assert.Equal("field-title-help field-title-error", input.GetAttribute("aria-describedby"));
        Assert.Contains("required", field.Find("label").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TextInput_LongerThanTheLimit_KeepsTheTextAndSaysHowMuch()
    {
        var told = "";
        var field = Render<TextInput>(p => p.Add(f => f.Label, "Title").Add(f => f.Limit, 5).Add(f => f.ValueChanged, text => told = text));

        field.Find("input").Change("1234567");

        Assert.Equal("1234567", told);
        Assert.Equal("7 of 5 characters, 2 too many", field.Find(".field-count.over").TextContent);
        Assert.Null(field.Find("input").GetAttribute("maxlength"));
    }

    [Theory]
    [InlineData("Kher\u200Bson\u00AD", "Kherson", "Removed: 2 invisible characters")]
    [InlineData("\uFFFE", "", "Removed: 1 invisible character")]
    [InlineData("Two\nlines", "Two lines", "")]
    public void TextInput_PastedWithWhatCantBeSeen_TakesItOutAndSaysSo(string pasted, string expected, string said)
    {
        var told = "";
        var field = Render<TextInput>(p => p.Add(f => f.Label, "Title").Add(f => f.Lines, 2).Add(f => f.ValueChanged, text => told = text));

        field.Find("textarea").Change(pasted);

        Assert.Equal(expected, told);
        Assert.Equal(said, field.Find(".field-taken-out[role=status]").TextContent);
        field.Find("textarea").Change("Typed by hand");
        Assert.Equal("", field.Find(".field-taken-out").TextContent);
    }

    [Theory]
    [InlineData("0", Level.NotDiscussed)]
    [InlineData("3", Level.AgreedInPrinciple)]
    [InlineData("5", Level.Concluded)]
    [InlineData("u", Level.Unknown)]
    [InlineData("d", Level.Deferred)]
    [InlineData("n", Level.NotApplicable)]
    public void LevelPicker_Key_ChoosesTheLevelAndSaysItsTest(string key, Level expected)
    {
        Level? told = null;
        var field = Render<LevelPicker>(p => p.Add(f => f.Label, "Level").Add(f => f.ValueChanged, level => told = level));
        var before = field.Find(".level-test").TextContent;

        field.Find(".level-picker").KeyDown(key);

        Assert.Equal(expected, told);
        Assert.NotEqual(before, field.Find(".level-test").TextContent);
        Assert.True(field.Find($"input[value={expected}]").HasAttribute("checked"));
    }

    [Fact]
    public void LevelPicker_EveryLevel_HasShapeAndWord()
    {
        var field = Render<LevelPicker>(p => p.Add(f => f.Label, "Level"));

        Assert.Equal(9, field.FindAll(".level-choice:has(svg):has(.level-choice-word)").Count);
        Assert.Equal("Level", field.Find("fieldset > legend").TextContent.Trim());
    }

    [Fact]
    public void LevelPicker_KeyWithControl_IsLeftToTheBrowser()
    {
        Level? told = null;
        var field = Render<LevelPicker>(p => p.Add(f => f.Label, "Level").Add(f => f.ValueChanged, level => told = level));

        field.Find(".level-picker").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "d", CtrlKey = true });

        Assert.Null(told);
    }

    [Fact]
    public void Choice_NullableEnum_OffersToChooseAndTellsTheValue()
    {
        Basis? told = null;
        var field = Render<Choice<Basis?>>(p =>
            p.Add(f => f.Label, "Basis").Add(f => f.Values, Choices.OrNone<Basis>()).Add(f => f.Word, b => b!.Value.ToString())
                .Add(f => f.ValueChanged, basis => told = basis));

        Assert.Equal("Choose…", field.Find("option[selected]").TextContent);
        field.Find("select").Change("1");
        Assert.Equal(Choices.OrNone<Basis>()[1], told);
        field.Find("select").Change("99");
        Assert.Null(told);
    }

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
        KeyedItem[] items = [.. Forty, new("brien", "Mr O’Brien"), new("city-of-one", "Łódź"), new("city-of-two", "İstanbul"), new("light", "ışık")];
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

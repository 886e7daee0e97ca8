using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class FieldTests : EditingTests
{
    private static readonly KeyedItem[] Three = [new("us", "United States"), new("ua", "Ukraine"), new("ru", "Russia")];
    private static readonly KeyedItem[] Forty = [.. Enumerable.Range(1, 40).Select(i => new KeyedItem($"i-{i}", $"Issue {i}"))];

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
    public void LevelPicker_Chosen_TellsTheLevel()
    {
        Level? told = null;
        var field = Render<LevelPicker>(p => p.Add(f => f.Label, "Level").Add(f => f.ValueChanged, level => told = level));

        field.Find("input[value=Narrowing]").Change("Narrowing");

        Assert.Equal(Level.Narrowing, told);
        Assert.True(field.Find("input[value=Narrowing]").HasAttribute("checked"));
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

    // The renderer holds two trees for each component, however small it is, and an outcome has dozens of fields.
    [Fact]
    public void Fields_EachOfOneInput_AreOneComponent()
    {
        Assert.Empty(Inside(Render<TextInput>(p => p.Add(f => f.Label, "Title").Add(f => f.Limit, 5))));
        Assert.Empty(Inside(Render<NumberInput<int>>(p => p.Add(f => f.Label, "Points"))));
        Assert.Empty(Inside(Render<DateInput>(p => p.Add(f => f.Label, "Day"))));
        Assert.Empty(Inside(Render<LevelPicker>(p => p.Add(f => f.Label, "Level"))));
        Assert.Empty(Inside(Render<Choice<Basis?>>(p =>
            p.Add(f => f.Label, "Basis").Add(f => f.Values, Choices.OrNone<Basis>()).Add(f => f.Word, b => b!.Value.ToString()))));
        Assert.Empty(Inside(Render<KeyPicker>(p => p.Add(f => f.Label, "Party").Add(f => f.Items, Three))));
        Assert.Empty(Inside(Render<KeyPicker>(p => p.Add(f => f.Label, "Issue").Add(f => f.Items, Forty))));
    }

    private static IEnumerable<string> Inside<T>(IRenderedComponent<T> field) where T : Field =>
        field.FindComponents<IComponent>().Where(inner => !ReferenceEquals(inner.Instance, field.Instance))
            .Select(inner => inner.Instance.GetType().Name);
}

using Bunit;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Drafts;

public class DraftVersionFieldsTests : FormFieldsTests
{
    private readonly DraftVersionForm _form = new();

    [Fact]
    public void Party_WhoHoldsIt_HasSeenIt()
    {
        var fields = Fields();
        fields.FindAll("#field-notSeenBy input")[0].Change(true);
        var party = Assert.Single(_form.NotSeenByKeys);

        fields.FindAll("#field-heldBy input")[0].Change(true);

        Assert.Equal([party], _form.HeldByKeys);
        Assert.Empty(_form.NotSeenByKeys);
        Assert.Equal(2, Told);
    }

    // A party holds it, has seen it, or has not: the list that is chosen last has it.
    [Fact]
    public void Party_WhoHasSeenIt_IsInNoOtherList()
    {
        var fields = Fields();
        fields.FindAll("#field-heldBy input")[0].Change(true);
        var party = Assert.Single(_form.HeldByKeys);

        fields.FindAll("button").First(button => button.TextContent == "Add a party that has seen it").Click();
        fields.Find("#field-seenBy-0--party").Change(party);
        fields.Find("#field-seenBy-0--since").Change("2025-01-20");

        Assert.Empty(_form.HeldByKeys);
        Assert.Equal((party, new DateOnly(2025, 1, 20)), (_form.SeenBy[0].PartyKey, _form.SeenBy[0].Since));

        fields.FindAll("#field-notSeenBy input")[0].Change(true);

        Assert.Empty(_form.SeenBy);
        Assert.Equal([party], _form.NotSeenByKeys);
    }

    // The mediator's paper has 3 pages and 8 points, is held by three and not seen by Nahrazan; the Charter’s fourth version 37 and 72.
    [Fact]
    public void Draft_ChosenInAnOutcome_GoesOnFromItsLastVersionUntilSomethingIsTyped()
    {
        var fields = Fields(chooseDraft: true);

        fields.Find("#field-draft").Change("status-paper");
        Assert.Equal((3, 8), (_form.Pages, _form.Points));
        Assert.Equal(["nahrazan"], _form.NotSeenByKeys);

        fields.Find("#field-draft").Change("charter-text");
        Assert.Equal((37, 72), (_form.Pages, _form.Points));

        fields.Find("#field-pages").Change("40");
        fields.Find("#field-draft").Change("status-paper");
        Assert.Equal((40, 72), (_form.Pages, _form.Points));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-3", -3)]
    [InlineData("", null)]
    public void Pages_WholeNumber_IsTaken(string typed, int? expected)
    {
        Fields().Find("#field-pages").Change(typed);

        Assert.Equal(expected, _form.Pages);
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("99999999999999999999")]
    [InlineData("some")]
    public void Pages_NoWholeNumber_IsKeptAndSaid(string typed)
    {
        var errors = new FieldErrors();
        var fields = Fields(errors);

        fields.Find("#field-pages").Change(typed);

        Assert.Null(_form.Pages);
        Assert.Equal(typed, fields.Find("#field-pages").GetAttribute("value"));
        Assert.True(errors.AnyUnread);
    }

    [Fact]
    public void Draft_InAnOutcome_IsOneOnTheBoardOrANewOne()
    {
        var fields = Fields(chooseDraft: true);
        Assert.NotEmpty(fields.FindAll("#field-title"));
        Assert.NotEmpty(fields.FindAll("#field-issues"));

        fields.Find("#field-draft").Change("status-paper");

        Assert.Equal("status-paper", _form.DraftKey);
        Assert.Empty(fields.FindAll("#field-title"));
        Assert.Empty(fields.FindAll("#field-issues"));
    }

    [Fact]
    public void Draft_InItsOwnForm_IsNotChosen() => Assert.Empty(Fields().FindAll("#field-draft, #field-title, #field-issues"));

    [Fact]
    public void Errors_OfEveryField_StandBesideIt()
    {
        string[] paths =
        [
            "draft", "title", "issues[0]", "date", "pages", "points", "bracketedPassages", "heldBy[0]", "seenBy[0]", "notSeenBy[0]",
            "note", "citations[0].source",
        ];

        var fields = Fields(new FieldErrors(paths.Select(path => (path, $"Wrong: {path}"))), chooseDraft: true);

        Assert.All(paths, path => Assert.Contains(fields.FindAll(".field-errors p"), message => message.TextContent == $"Wrong: {path}"));
        Assert.All(paths, path => Assert.NotNull(fields.Find("#" + FieldErrors.IdOfFullPath(path))));
    }

    private IRenderedComponent<DraftVersionFields> Fields(FieldErrors? errors = null, bool chooseDraft = false) => Render<DraftVersionFields>(p => p
        .Add(f => f.Form, _form).Add(f => f.Board, Board).Add(f => f.Sources, Sources).Add(f => f.Errors, errors ?? new()).Add(f => f.Today, Today)
        .Add(f => f.Changed, () => Told++).Add(f => f.ChooseDraft, chooseDraft));
}

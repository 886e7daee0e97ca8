using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Talks;

public class RoundFieldsTests : FormFieldsTests
{
    private readonly RoundForm _form = new();

    [Fact]
    public void Delegates_OfAParty_AreItsOwn()
    {
        var fields = Fields();
        Button(fields, "Add a delegation").Click();
        Assert.Empty(fields.FindAll("#field-delegations-0--delegates"));

        fields.Find("#field-delegations-0--party").Change("veltrania");
        var people = fields.FindAll("#field-delegations-0--delegates label").Select(label => label.TextContent.Trim()).ToList();
        fields.FindAll("#field-delegations-0--delegates input")[0].Change(true);

        Assert.Equal(
            Board.Record.Delegates.Where(person => person.PartyKey == "veltrania").Select(person => person.Name).Order(StringComparer.CurrentCulture),
            people);
        Assert.Equal("veltrania", Board.Delegates[Assert.Single(_form.Delegations[0].DelegateKeys)].PartyKey);
        Assert.Equal(3, Told);
    }

    [Fact]
    public void Delegation_OfAnotherParty_LosesItsDelegates()
    {
        _form.Delegations.Add(new() { PartyKey = "veltrania", DelegateKeys = ["odrin-keltavar"] });
        var fields = Fields();

        fields.Find("#field-delegations-0--party").Change("nahrazan");

        Assert.Empty(_form.Delegations[0].DelegateKeys);
    }

    [Fact]
    public void Delegations_NobodyIsNamed_CanAllBeTakenOut()
    {
        _form.Delegations.Add(new() { PartyKey = "veltrania" });
        var fields = Fields();

        fields.Find("[aria-label='Remove delegation 1']").Click();

        Assert.Empty(_form.Delegations);
    }

    [Fact]
    public void NextRound_IsPlannedAndHasNoOutcome()
    {
        var fields = Fields(next: true);

        Assert.Equal(RoundState.Planned, _form.State);
        Assert.Empty(fields.FindAll("#field-outcome, #field-state"));
        Assert.NotEmpty(Fields().FindAll("#field-outcome"));
    }

    [Fact]
    public void Errors_OfEveryField_StandBesideIt()
    {
        _form.Delegations.Add(new() { PartyKey = "veltrania" });
        _form.Citations.Add(new());
        _form.OutcomeCitations.Add(new());
        string[] paths =
        [
            "title", "announcedOn", "startsOn", "endsOn", "state", "place", "hosts[0]", "delegations[0].party",
            "delegations[0].delegates[0]", "delegations[0].note",
            "issues[0]", "workingGroups[0]", "outcome", "outcomeCitations[0].source", "citations[0].locator",
        ];

        var fields = Fields(new FieldErrors(paths.Select(path => (path, $"Wrong: {path}"))));

        Assert.All(paths, path => Assert.Contains(fields.FindAll(".field-errors p"), message => message.TextContent == $"Wrong: {path}"));
        Assert.All(paths, path => Assert.NotNull(fields.Find("#" + FieldErrors.IdOfFullPath(path))));
    }

    private static IElement Button(IRenderedComponent<RoundFields> fields, string words) =>
        fields.FindAll("button").Single(button => button.TextContent == words);

    private IRenderedComponent<RoundFields> Fields(FieldErrors? errors = null, bool next = false) => Render<RoundFields>(p => p
        .Add(f => f.Form, _form).Add(f => f.Board, Board).Add(f => f.Sources, Sources).Add(f => f.Errors, errors ?? new()).Add(f => f.Today, Today)
        .Add(f => f.Changed, () => Told++).Add(f => f.Next, next));
}

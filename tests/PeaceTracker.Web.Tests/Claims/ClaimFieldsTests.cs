using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Claims;

public class ClaimFieldsTests : FormFieldsTests
{
    private readonly ClaimForm _form = new();

    [Fact]
    public void Claimant_ChosenFromTheBoard_BringsNameAndPartyAlong()
    {
        var fields = Fields();

        fields.Find("#field-claimants-0--delegate").Change("odrin-keltavar");

        Assert.Equal(("Odrin Keltavar", "veltrania"), (_form.Claimants[0].Name, _form.Claimants[0].PartyKey));
        Assert.Equal("Odrin Keltavar", fields.Find("#field-claimants-0--name").GetAttribute("value"));
        Assert.Equal(1, Told);
    }

    [Fact]
    public void Claimant_OfAnotherParty_IsNoDelegateOfTheFirst()
    {
        var fields = Fields();
        fields.Find("#field-claimants-0--delegate").Change("odrin-keltavar");

        fields.Find("#field-claimants-0--party").Change("nahrazan");

        // A name that is somebody else's does not stay behind; all delegates can still be chosen.
        Assert.Equal((null, ""), (_form.Claimants[0].DelegateKey, _form.Claimants[0].Name));
        Assert.Contains(fields.FindAll("#field-claimants-0--delegate option"), option => option.GetAttribute("value") == "odrin-keltavar");
    }

    [Fact]
    public void Claimant_OfAnotherPartyWithANameOfOnesOwn_KeepsTheName()
    {
        var fields = Fields();
        fields.Find("#field-claimants-0--delegate").Change("odrin-keltavar");
        fields.Find("#field-claimants-0--name").Change("the negotiator");

        fields.Find("#field-claimants-0--party").Change("nahrazan");

        Assert.Equal("the negotiator", _form.Claimants[0].Name);
    }

    [Fact]
    public void Claimants_AddedAndTakenOut_KeepWhatStandsInTheOthers()
    {
        var fields = Fields();
        fields.Find("#field-claimants-0--name").Change("an official");
        Button(fields, "Add another claimant").Click();
        fields.Find("#field-claimants-1--name").Change("a diplomat");

        fields.Find("[aria-label='Remove claimant 1']").Click();

        Assert.Equal(["a diplomat"], _form.Claimants.Select(claimant => claimant.Name));
        Assert.Equal("a diplomat", fields.Find("#field-claimants-0--name").GetAttribute("value"));
        // The only one can't be taken out: somebody said it.
        Assert.Empty(fields.FindAll("[aria-label^='Remove claimant']"));
    }

    [Fact]
    public void Appearances_Two_AreTwoCitationsWithTheirWordings()
    {
        var fields = Fields();
        Button(fields, "Add another appearance").Click();
        fields.Find("#field-appearances-1--citation-source").Change("speech");
        fields.Find("#field-appearances-1--citation-locator").Change("minute 4");
        fields.Find("#field-appearances-1--wording").Change("of the terms");

        var row = _form.ToRow(new FormCheck());

        Assert.Equal(2, row.Appearances.Count);
        Assert.Equal(
            ("speech", "minute 4", "of the terms"),
            (row.Appearances[1].Citation.SourceKey, row.Appearances[1].Citation.Locator, row.Appearances[1].Wording));
        Assert.Equal(4, Told);
    }

    [Fact]
    public void Scope_ChangedFromTwoPartiesToOthers_ForgetsTheDyadAndAsksForWords()
    {
        var fields = Fields();
        fields.Find("#field-scope").Change(((int)ClaimScope.Dyad).ToString(System.Globalization.CultureInfo.InvariantCulture));
        fields.Find("#field-dyad").Change("veltrania-elorie");
        Assert.Equal("veltrania-elorie", _form.DyadKey);

        fields.Find("#field-scope").Change(((int)ClaimScope.Other).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Null(_form.DyadKey);
        Assert.Empty(fields.FindAll("#field-dyad"));
        Assert.True(fields.Find("#field-scopeNote").HasAttribute("required"));
    }

    [Theory]
    [InlineData("89,3", "Read as 89.3%.")]
    [InlineData("25/28", "Read as 25 of 28, which is 89.3%.")]
    [InlineData("90–95%", "Read as from 90% to 95%.")]
    [InlineData("90% of 20", "Read as 90% of 20 points.")]
    public void Figure_Certain_IsTakenAndShownBack(string typed, string read)
    {
        var errors = new FieldErrors();
        var fields = Fields(errors);

        fields.Find("#field-figure").Change(typed);

        Assert.Equal(typed, _form.Figure);
        Assert.Equal(read, fields.Find(".field-read").TextContent);
        Assert.False(errors.AnyUnread);
    }

    [Theory]
    [InlineData("ninety")]
    [InlineData("3,4,5")]
    public void Figure_NotCertain_IsKeptAndSaidWithWhatToWrite(string typed)
    {
        var errors = new FieldErrors();
        var fields = Fields(errors);

        fields.Find("#field-figure").Change(typed);

        Assert.Equal(typed, fields.Find("#field-figure").GetAttribute("value"));
        Assert.Contains("Write 90%, 89.3%, 25 of 28 or 90–95%", fields.Find("#field-figure-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(fields.FindAll(".field-read"));
        Assert.True(errors.AnyUnread);
    }

    [Fact]
    public void Scope_Issues_AsksWhichAndMayNameThePair()
    {
        var fields = Fields();
        fields.Find("#field-scope").Change(((int)ClaimScope.Issues).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.NotNull(fields.Find("#field-issues"));
        Assert.False(fields.Find("#field-dyad").HasAttribute("required"));

        fields.Find("#field-scope").Change(((int)ClaimScope.Draft).ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Empty(fields.FindAll("#field-issues"));
        Assert.True(fields.Find("#field-draft").HasAttribute("required"));
    }

    [Fact]
    public void Errors_OfEveryField_StandBesideIt()
    {
        _form.Scope = ClaimScope.Other;
        _form.ContradictsKeys = ["nine-in-ten"];
        string[] paths =
        [
            "claimants[0].name", "claimants[0].party", "claimants[0].delegate", "occasion", "figure", "ofWhat", "points", "scope",
            "scopeNote",
            "thresholdWord", "threshold", "hedge",
            "namedOpenIssues[0]", "contradicts[0]", "appearances[0].citation.source", "appearances[0].citation.locator",
            "appearances[0].citation.paraphrase", "appearances[0].wording", "occurredOn",
        ];

        var fields = Fields(new FieldErrors(paths.Select(path => (path, $"Wrong: {path}"))));

        Assert.All(paths, path => Assert.Contains(fields.FindAll(".field-errors p"), message => message.TextContent == $"Wrong: {path}"));
        Assert.All(paths, path => Assert.NotNull(fields.Find("#" + FieldErrors.IdOfFullPath(path))));
    }

    [Fact]
    public void Contradicts_TheClaimThatIsCorrected_IsNotOnOffer()
    {
        Assert.Contains(Contradicts(Fields()), item => item.Key == "nine-in-ten");
        Assert.DoesNotContain(Contradicts(Fields(corrects: "nine-in-ten")), item => item.Key == "nine-in-ten");

        static IReadOnlyList<KeyedItem> Contradicts(IRenderedComponent<ClaimFields> fields) =>
            fields.FindComponents<KeysPicker>().Single(picker => picker.Instance.Path == "contradicts").Instance.Items;
    }

    // The form keeps the key by which it named a claim, and finds it ticked though the claim was corrected since.
    [Fact]
    public void Contradicts_ACorrectedClaim_IsStillChosen()
    {
        _form.ContradictsKeys = ["seventy-of-deal"];

        var items = Fields().FindComponents<KeysPicker>().Single(picker => picker.Instance.Path == "contradicts").Instance.Items;

        Assert.Contains(items, item => item.Key == "seventy-of-deal" && item.Name.Contains("60%", StringComparison.Ordinal));
        Assert.DoesNotContain(items, item => item.Key == "sixty-of-deal");
    }

    [Fact]
    public void Day_InAnOutcome_MayBeLeftOut()
    {
        Assert.True(Fields().Find("#field-occurredOn").HasAttribute("required"));
        var fields = Fields(dayFromRound: true);

        Assert.False(fields.Find("#field-occurredOn").HasAttribute("required"));
        Assert.Equal("If left empty: the last day of the round.", fields.Find("#field-occurredOn-help").TextContent);
    }

    private static IElement Button(IRenderedComponent<ClaimFields> fields, string words) =>
        fields.FindAll("button").Single(button => button.TextContent == words);

    private IRenderedComponent<ClaimFields> Fields(FieldErrors? errors = null, bool dayFromRound = false, string? corrects = null) =>
        Render<ClaimFields>(p => p
        .Add(f => f.Form, _form).Add(f => f.Board, Board).Add(f => f.Sources, Sources).Add(f => f.Errors, errors ?? new()).Add(f => f.Today, Today)
        .Add(f => f.Changed, () => Told++).Add(f => f.DayFromRound, dayFromRound).Add(f => f.Corrects, corrects));
}

using System.Globalization;
using Bunit;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Drafts;

public class OfferFieldsTests : FormFieldsTests
{
    private readonly OfferForm _form = new();

    [Fact]
    public void OfferedTo_WhoOffers_IsNotOnOffer()
    {
        var fields = Fields();
        fields.FindAll("#field-toParties input")[0].Change(true);
        var first = Assert.Single(_form.ToPartyKeys);

        fields.Find("#field-byParty").Change(first);

        Assert.Empty(_form.ToPartyKeys);
        Assert.DoesNotContain(
            fields.FindComponents<KeysPicker>().Single(picker => picker.Instance.Path == "toParties").Instance.Items, item => item.Key == first);
        Assert.Equal(2, Told);
    }

    [Fact]
    public void Conditions_OneOnEachLine_AreAList()
    {
        var fields = Fields();

        fields.Find("#field-conditions").Change("free passage\r\na signed ceasefire");

        Assert.Equal(["free passage", "a signed ceasefire"], _form.Conditions);
        Assert.Equal("free passage\na signed ceasefire", fields.Find("#field-conditions").GetAttribute("value"));
    }

    [Fact]
    public void Validity_NoLongerUntilADate_ForgetsTheLastDay()
    {
        var fields = Fields();
        Choose(fields, "validity", (int)Validity.UntilDate);
        fields.Find("#field-validUntil").Change("2025-12-31");
        Assert.Equal(new DateOnly(2025, 12, 31), _form.ValidUntil);

        Choose(fields, "validity", (int)Validity.OpenEnded);

        Assert.Null(_form.ValidUntil);
        Assert.Empty(fields.FindAll("#field-validUntil"));
    }

    [Fact]
    public void End_Chosen_AsksForItsDay()
    {
        var fields = Fields();
        Assert.Empty(fields.FindAll("#field-endedOn"));

        Choose(fields, "end", (int)OfferEnd.Withdrawn);

        Assert.Equal(OfferEnd.Withdrawn, _form.End);
        Assert.NotEmpty(fields.FindAll("#field-endedOn"));
    }

    [Fact]
    public void Errors_OfEveryField_StandBesideIt()
    {
        _form.Validity = Validity.UntilDate;
        _form.End = OfferEnd.Refused;
        _form.Conditions = ["a", "b"];
        string[] paths =
        [
            "title", "text", "byParty", "toParties[0]", "issues[1]", "conditions[1]", "offeredOn", "validity", "validUntil", "end", "endedOn",
            "citations[0].source", "citations[0].locator",
        ];

        var fields = Fields(new FieldErrors(paths.Select(path => (path, $"Wrong: {path}"))));

        Assert.All(paths, path => Assert.Contains(fields.FindAll(".field-errors p"), message => message.TextContent == $"Wrong: {path}"));
        Assert.All(paths, path => Assert.NotNull(fields.Find("#" + FieldErrors.IdOfFullPath(path))));
    }

    [Fact]
    public void Day_InAnOutcome_MayBeLeftOut()
    {
        Assert.True(Fields().Find("#field-offeredOn").HasAttribute("required"));
        Assert.False(Fields(dayFromRound: true).Find("#field-offeredOn").HasAttribute("required"));
    }

    private static void Choose(IRenderedComponent<OfferFields> fields, string path, int index) =>
        fields.Find($"#field-{path}").Change(index.ToString(CultureInfo.InvariantCulture));

    private IRenderedComponent<OfferFields> Fields(FieldErrors? errors = null, bool dayFromRound = false) => Render<OfferFields>(p => p
        .Add(f => f.Form, _form).Add(f => f.Board, Board).Add(f => f.Sources, Sources).Add(f => f.Errors, errors ?? new()).Add(f => f.Today, Today)
        .Add(f => f.Changed, () => Told++).Add(f => f.DayFromRound, dayFromRound));
}

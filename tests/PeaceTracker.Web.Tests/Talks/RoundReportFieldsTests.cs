using Bunit;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Talks;

/// <summary>What is certain of a round, in the form of its outcome: the closing conference of the example is tentative in day and place.</summary>
public class RoundReportFieldsTests : FormFieldsTests
{
    [Fact]
    public void Fields_TentativeRound_BeginWithWhatWasAnnouncedAsCertain()
    {
        var form = RoundReportForm.Of(Board.Record.Rounds.Single(round => round.Key == "closing-conference"));
        var fields = Fields(form);

        Assert.Equal("20 October 2025", fields.Find("#field-startsOn").GetAttribute("value"));
        Assert.Equal("24 October 2025", fields.Find("#field-endsOn").GetAttribute("value"));
        Assert.False(fields.Find("#field-dateTentative").HasAttribute("checked"));
        Assert.False(fields.Find("#field-placeTentative").HasAttribute("checked"));

        fields.Find("#field-placeTentative").Change(true);
        fields.Find("#field-endsOn").Change("2025-10-22");

        Assert.Equal((true, new DateOnly(2025, 10, 22)), (form.PlaceTentative, form.EndsOn));
        Assert.Equal(2, Told);
    }

    [Fact]
    public void Errors_OfEveryField_StandBesideIt()
    {
        var form = RoundReportForm.Of(Board.Record.Rounds[0]);
        form.Citations.Add(new());
        string[] paths = ["outcomeCitations[0].source", "startsOn", "endsOn", "dateTentative", "place", "placeTentative", "issues[0]"];

        var fields = Fields(form, new FieldErrors(paths.Select(path => (path, $"Wrong: {path}"))));

        Assert.All(paths, path => Assert.Contains(fields.FindAll(".field-errors p"), message => message.TextContent == $"Wrong: {path}"));
        Assert.All(paths, path => Assert.NotNull(fields.Find("#" + FieldErrors.IdOfFullPath(path))));
    }

    private IRenderedComponent<RoundReportFields> Fields(RoundReportForm form, FieldErrors? errors = null) => Render<RoundReportFields>(p => p
        .Add(f => f.Form, form).Add(f => f.Board, Board).Add(f => f.Sources, Sources).Add(f => f.Errors, errors ?? new())
        .Add(f => f.Changed, () => Told++));
}

using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Tests.Outcomes;

public class OutcomeFormTests
{
    // As outcomes were kept when the status events of the form were called steps.
    private const string KeptBefore = """
        { "Steps": [{ "IssueKey": "land", "DyadKey": "a-b", "Level": "Narrowing", "Rationale": "Both sides said so." }], "Positions": [] }
        """;

    [Fact]
    public void Read_FormOfAnOlderVersion_HasItsStatusEventsAndIsWrittenAlike()
    {
        var form = OutcomeForm.Read(KeptBefore);

        var entry = Assert.Single(form.StatusEvents);
        Assert.Equal(("land", "a-b", Level.Narrowing, "Both sides said so."), (entry.IssueKey, entry.DyadKey, entry.Level, entry.Rationale));
        Assert.Equal("land", Assert.Single(OutcomeForm.Read(form.Write()).StatusEvents).IssueKey);
    }
}

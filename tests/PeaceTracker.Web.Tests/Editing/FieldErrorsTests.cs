using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class FieldErrorsTests
{
    private readonly FieldErrors _errors = new([("title", "Give the title."), ("citations[0].locator", "Say where."), ("", "Not so.")]);

    [Fact]
    public void At_PartOfAForm_KnowsItsFieldsByTheirOwnNames()
    {
        Assert.Equal(["Say where."], _errors.At("citations[0]")["locator"]);
        Assert.Equal(["Say where."], _errors.At("citations").At("[0]")["locator"]);
        Assert.Empty(_errors.At("citations[1]")["locator"]);
    }

    [Fact]
    public void Index_FieldOfAWholeList_HasTheErrorsOfItsItems()
    {
        var errors = new FieldErrors(
            [
                ("hosts[1]", "There is no such party."),
                ("delegations[0].delegates[2]", "Listed twice."),
                ("citations[0].source", "Choose the source."),
            ]);

        Assert.Equal(["There is no such party."], errors["hosts"]);
        Assert.Equal(["Listed twice."], errors.At("delegations[0]")["delegates"]);
        Assert.Empty(errors["citations"]);
        Assert.Equal(errors.IdOf("hosts"), FieldErrors.IdOfFullPath("hosts[1]"));
    }

    [Fact]
    public void Index_TheWholeForm_IsTheEmptyPath() => Assert.Equal(["Not so."], _errors[""]);

    [Fact]
    public void IdOf_FieldOfAPart_IsTheIdOfItsFullPath() =>
        Assert.Equal(FieldErrors.IdOfFullPath("citations[0].locator"), _errors.At("citations[0]").IdOf("locator"));

    [Fact]
    public void SetUnread_InAPart_IsKnownToTheWhole()
    {
        var whole = new FieldErrors();
        whole.At("statusEvents[2]").SetUnread(this, "occurredOn", "Not a date.");

        Assert.True(whole.AnyUnread);
        Assert.Equal(("statusEvents[2].occurredOn", "Not a date."), Assert.Single(whole.All));
        whole.At("statusEvents[2]").SetUnread(this, "occurredOn", null);
        Assert.False(whole.Any);
    }
}

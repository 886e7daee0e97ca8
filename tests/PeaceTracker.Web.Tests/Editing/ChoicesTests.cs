using PeaceTracker.Domain.Positions;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class ChoicesTests
{
    // A scale with numbers below zero is offered in the order of the scale.
    [Fact]
    public void OrNone_AScale_IsInItsOrder() => Assert.Equal(
        [Stance.Rejects, Stance.Objects, Stance.Undecided, Stance.AcceptsWithConditions, Stance.Accepts], Choices.OrNone<Stance>());
}

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Audit;
using PeaceTracker.Web.Features.Audit;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Audit;

public class AuditWordsTests : ComponentTests
{
    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    [Fact]
    public void Kind_EverySecurityEvent_HasWordsOfItsOwn()
    {
        var kinds = typeof(SecurityKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!).ToList();

        var words = kinds.Select(kind => AuditWords.Kind(L, kind)).ToList();

        Assert.Equal(kinds.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.DoesNotContain('-', word));
    }

    [Theory]
    [InlineData("working-group-edited", "Working group edited")]
    [InlineData("status-event-corrected", "Status event corrected")]
    [InlineData("negotiation-added", "Negotiation added")]
    [InlineData("outcome-published", "Outcome of talks published")]
    [InlineData("something-new", "Something new")]
    public void Kind_OfAChange_IsNamedAfterWhatChanged(string kind, string expected) => Assert.Equal(expected, AuditWords.Kind(L, kind));
}

using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Features.Issues;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>Today is the day of the negotiation's time zone: what happened this morning in Seoul can be recorded there this morning.</summary>
public class TodayTests : FormPageTests
{
    // Seoul is nine hours ahead of UTC all year, Los Angeles eight behind in January.
    [Theory]
    [InlineData("Asia/Seoul", 23, "2026-01-21")]
    [InlineData("America/Los_Angeles", 1, "2026-01-19")]
    [InlineData("UTC", 23, "2026-01-20")]
    public async Task StatusEvent_AtHalfPast_CanHaveHappenedOnTheDayOfTheTimeZone(string zone, int hour, string today)
    {
        Services.AddSingleton<TimeProvider>(new At(RecordBuilder.At(20, hour).AddMinutes(30)));
        var record = new RecordBuilder().Issue("x").Build();
        await WithEditorAsync(record with { Negotiation = record.Negotiation with { TimeZone = zone } });

        var page = Open<EditStatusEventPage>();

        var happened = page.FindComponents<DateInput>().Single(field => field.Instance.Path == "occurredOn").Instance;
        Assert.Equal(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), happened.Max);
    }

    private sealed class At(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(now);
    }
}

using System.Globalization;
using PeaceTracker.Services.Mail;

namespace PeaceTracker.Tests.Mail;

/// <summary>When mails are made, and when one that failed is tried again.</summary>
public class FollowScheduleTests
{
    // 2 March 2026 is a Monday.
    [Theory]
    [InlineData(FollowFrequency.AtOnce, "2026-03-03T12:00", "2026-03-03T12:05")]
    [InlineData(FollowFrequency.Daily, "2026-03-03T12:00", "2026-03-04T06:00")]
    [InlineData(FollowFrequency.Daily, "2026-03-03T05:59", "2026-03-03T06:00")]
    [InlineData(FollowFrequency.Daily, "2026-03-03T06:00", "2026-03-04T06:00")]
    [InlineData(FollowFrequency.Weekly, "2026-03-03T12:00", "2026-03-09T06:00")]
    [InlineData(FollowFrequency.Weekly, "2026-03-02T05:59", "2026-03-02T06:00")]
    [InlineData(FollowFrequency.Weekly, "2026-03-02T06:00", "2026-03-09T06:00")]
    [InlineData(FollowFrequency.Weekly, "2026-03-01T12:00", "2026-03-02T06:00")]
    public void Next_AfterAMoment_IsTheNextMorning(FollowFrequency frequency, string now, string next) =>
        Assert.Equal(At(next), FollowSchedule.Next(frequency, At(now)));

    [Fact]
    public void First_AtOnce_IsNow() => Assert.Equal(At("2026-03-03T12:00"), FollowSchedule.First(FollowFrequency.AtOnce, At("2026-03-03T12:00")));

    [Theory]
    [InlineData(MailFault.NoConnection, 1, 0, 1)]
    [InlineData(MailFault.NotTaken, 2, 0, 5)]
    [InlineData(MailFault.SignIn, 5, 1, 60)]
    [InlineData(MailFault.NoConnection, 100, 4, 60)]
    public void Pause_FailedAttempts_GrowsToAnHour(MailFault fault, int tries, int days, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), OutgoingMail.Pause(fault, tries, TimeSpan.FromDays(days)));

    [Theory]
    [InlineData(MailFault.Address, 1, 0)]
    [InlineData(MailFault.NoConnection, 120, 5)]
    public void Pause_RefusedAddressOrFiveDays_IsGivenUp(MailFault fault, int tries, int days) =>
        Assert.Null(OutgoingMail.Pause(fault, tries, TimeSpan.FromDays(days)));

    private static DateTime At(string moment) =>
        DateTime.SpecifyKind(DateTime.ParseExact(moment, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}

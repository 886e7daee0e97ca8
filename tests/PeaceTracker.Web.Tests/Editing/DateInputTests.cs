using System.Globalization;
using Bunit;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class DateInputTests : EditingTests
{
    private readonly FieldErrors _errors = new();
    private DateOnly? _told = DateOnly.MaxValue;
    private DatePrecision _precision;

    [Fact]
    public void Typed_ADate_IsToldAndShownInTheProductsOwnForm()
    {
        var field = Field();

        field.Find("input").Change("Dec. 17, 2025");

        Assert.Equal((new DateOnly(2025, 12, 17), "17 December 2025"), (_told, Shown(field)));
        field.Find("input").Change("2025-12-17");
        Assert.Equal((new DateOnly(2025, 12, 17), "17 December 2025"), (_told, Shown(field)));
    }

    [Fact]
    public void Picked_ADayOfTheCalendar_IsTakenLikeOneThatIsTyped()
    {
        var field = Field();

        field.Find("input[type=date]").Change("2025-12-17");

        Assert.Equal((new DateOnly(2025, 12, 17), "17 December 2025"), (_told, Shown(field)));
    }

    [Fact]
    public void Typed_WhatCanBeTwoDates_IsAskedAndTakenWhenChosen()
    {
        var field = Field();

        field.Find("input").Change("3/4/26");

        Assert.Equal((null, "3/4/26", true), (_told, Shown(field), _errors.AnyUnread));
        Assert.Contains("This could be two dates.", field.Find(".field-errors").TextContent, StringComparison.Ordinal);
        Assert.Equal(["3 April 2026", "4 March 2026"], field.FindAll(".date-asked button").Select(button => button.TextContent));

        field.FindAll(".date-asked button")[1].Click();

        Assert.Equal((new DateOnly(2026, 3, 4), "4 March 2026", false), (_told, Shown(field), _errors.AnyUnread));
        Assert.Empty(field.FindAll(".date-asked"));
    }

    // What is typed says how exactly the date is known, and a day typed after it does, too.
    [Theory]
    [InlineData("March 2026", DatePrecision.Month, "2026-03-01", "March 2026")]
    [InlineData("2025-W48", DatePrecision.Week, "2025-11-24", "week of 24 November 2025")]
    public void Typed_AMonthOrAWeek_ChoosesItsPrecision(string typed, DatePrecision precision, string from, string shown)
    {
        var field = Field();

        field.Find("input").Change(typed);

        Assert.Equal((Day(from), precision, shown), (_told, _precision, Shown(field)));
        field.Find("input").Change("17.12.2025");
        Assert.Equal((new DateOnly(2025, 12, 17), DatePrecision.Day), (_told, _precision));
    }

    [Fact]
    public void Typed_AMonthWhereADayIsNeeded_IsRefused()
    {
        var field = Render<DateInput>(p => p.Add(f => f.Label, "Since").Add(f => f.Errors, _errors).Add(f => f.ValueChanged, date => _told = date));

        field.Find("input").Change("March 2026");

        Assert.Equal((null, "March 2026"), (_told, Shown(field)));
        Assert.Contains("This does not say which day.", field.Find(".field-errors").TextContent, StringComparison.Ordinal);
    }

    // The week from 29 December 2025 lies in two months; that from 15 December lies in one.
    [Fact]
    public void Precision_OfAWeekMadeAMonth_IsTakenWhereThereIsOneAlone()
    {
        var field = Field();
        field.Find("input").Change("2026-W01");
        field.Find("select").Change(nameof(DatePrecision.Month));
        Assert.Contains("This week spans two months.", field.Find(".field-errors").TextContent, StringComparison.Ordinal);

        field.Find("select").Change(nameof(DatePrecision.Week));
        field.Find("input").Change("week of 17.12.2025");
        field.Find("select").Change(nameof(DatePrecision.Month));

        Assert.Equal((new DateOnly(2025, 12, 1), "December 2025"), (_told, Shown(field)));
    }

    // 17 December 2025 is a Wednesday: its week began on the 15th.
    [Theory]
    [InlineData(DatePrecision.Week, "2025-12-17", "2025-12-15", "week of 15 December 2025")]
    [InlineData(DatePrecision.Week, "2025-12-15", "2025-12-15", "week of 15 December 2025")]
    [InlineData(DatePrecision.Week, "2025-12-21", "2025-12-15", "week of 15 December 2025")]
    [InlineData(DatePrecision.Month, "2025-12-17", "2025-12-01", "December 2025")]
    [InlineData(DatePrecision.Month, "2025-12", "2025-12-01", "December 2025")]
    public void Typed_CoarserThanADay_CountsFromTheFirstDayAndSaysSo(DatePrecision precision, string typed, string expected, string shown)
    {
        var field = Field(precision);

        field.Find("input").Change(typed);

        Assert.Equal((Day(expected), shown), (_told, Shown(field)));
        Assert.Contains("Counts from", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Precision_MadeCoarser_MovesTheDate()
    {
        var field = Field();
        field.Find("input").Change("2025-12-17");

        field.Find("select").Change(nameof(DatePrecision.Month));

        Assert.Equal(new DateOnly(2025, 12, 1), _told);
    }

    // Trying a precision out loses nothing: 17 December is back as soon as the day is known again.
    [Theory]
    [InlineData(DatePrecision.Week, "week of 15 December 2025")]
    [InlineData(DatePrecision.Month, "December 2025")]
    public void Precision_TriedOutAndTakenBack_GivesTheDayBack(DatePrecision tried, string between)
    {
        var field = Field();
        field.Find("input").Change("2025-12-17");

        field.Find("select").Change(tried.ToString());
        Assert.Equal(between, Shown(field));
        field.Find("select").Change(nameof(DatePrecision.Week));
        field.Find("select").Change(nameof(DatePrecision.Day));

        Assert.Equal((new DateOnly(2025, 12, 17), "17 December 2025"), (_told, Shown(field)));
    }

    // A month that is known does not become its first day.
    [Fact]
    public void Precision_DayChosenAfterAMonthWasTyped_AsksForTheDay()
    {
        var field = Field();
        field.Find("input").Change("2026-03");

        field.Find("select").Change(nameof(DatePrecision.Day));
        Assert.Equal((null, "2026-03", true), (_told, Shown(field), _errors.AnyUnread));
        field.Find("select").Change(nameof(DatePrecision.Month));

        Assert.Equal((new DateOnly(2026, 3, 1), "March 2026", false), (_told, Shown(field), _errors.AnyUnread));
    }

    [Theory]
    [InlineData("17 December", "Add the year in four digits")]
    [InlineData("2025-02-30", "There is no such date")]
    [InlineData("17 Δεκεμβρίου 2025", "Write it with the month in words or in digits")]
    public void Typed_NoDate_StaysAsTypedAndKeepsTheFormFromSaving(string typed, string said)
    {
        var field = Field();

        field.Find("input").Change(typed);

        Assert.Null(_told);
        Assert.Equal(typed, Shown(field));
        Assert.True(_errors.AnyUnread);
        Assert.Contains(said, field.Find(".field-errors").TextContent, StringComparison.Ordinal);
        field.Find("input").Change("2025-12-17");
        Assert.False(_errors.AnyUnread);
    }

    [Fact]
    public void Parameters_NewErrorsOfTheForm_HearOfWhatCannotBeRead()
    {
        var field = Field();
        field.Find("input").Change("soon");
        var next = new FieldErrors();

        field.Render(p => p.Add(f => f.Errors, next).Add(f => f.Value, null));

        Assert.True(next.AnyUnread);
        Assert.Equal("soon", Shown(field));
    }

    private IRenderedComponent<DateInput> Field(DatePrecision precision = DatePrecision.Day) => Render<DateInput>(p => p
        .Add(f => f.Label, "Happened on").Add(f => f.Errors, _errors).Add(f => f.Path, "occurredOn")
        .Add(f => f.Precision, precision).Add(f => f.PrecisionChanged, told => _precision = told)
        .Add(f => f.ValueChanged, date => _told = date));

    private static string? Shown(IRenderedComponent<DateInput> field) => field.Find("input").GetAttribute("value");

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

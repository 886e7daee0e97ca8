using Bunit;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

public class DateInputTests : EditingTests
{
    private readonly FieldErrors _errors = new();
    private DateOnly? _told = DateOnly.MaxValue;

    [Fact]
    public void Typed_ADate_IsTold()
    {
        Field().Find("input").Change("2025-12-17");

        Assert.Equal(new DateOnly(2025, 12, 17), _told);
    }

    // 17 December 2025 is a Wednesday: its week began on the 15th.
    [Theory]
    [InlineData(DatePrecision.Week, "2025-12-17", "2025-12-15")]
    [InlineData(DatePrecision.Week, "2025-12-15", "2025-12-15")]
    [InlineData(DatePrecision.Week, "2025-12-21", "2025-12-15")]
    [InlineData(DatePrecision.Month, "2025-12-17", "2025-12-01")]
    [InlineData(DatePrecision.Month, "2025-12", "2025-12-01")]
    public void Typed_CoarserThanADay_CountsFromTheFirstDayAndSaysSo(DatePrecision precision, string typed, string expected)
    {
        var field = Field(precision);

        field.Find("input").Change(typed);

        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), _told);
        Assert.Equal(expected, field.Find("input").GetAttribute("value"));
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
    [InlineData(DatePrecision.Week, "2025-12-15")]
    [InlineData(DatePrecision.Month, "2025-12-01")]
    public void Precision_TriedOutAndTakenBack_GivesTheDayBack(DatePrecision tried, string between)
    {
        var field = Field();
        field.Find("input").Change("2025-12-17");

        field.Find("select").Change(tried.ToString());
        Assert.Equal(between, field.Find("input").GetAttribute("value"));
        field.Find("select").Change(nameof(DatePrecision.Week));
        field.Find("select").Change(nameof(DatePrecision.Day));

        Assert.Equal((new DateOnly(2025, 12, 17), "2025-12-17"), (_told, field.Find("input").GetAttribute("value")));
    }

    [Fact]
    public void Precision_MonthChosenAfterAMonthWasTyped_TakesIt()
    {
        var field = Field();
        field.Find("input").Change("2026-03");
        Assert.True(_errors.AnyUnread);

        field.Find("select").Change(nameof(DatePrecision.Month));

        Assert.Equal((new DateOnly(2026, 3, 1), false), (_told, _errors.AnyUnread));
        field.Find("select").Change(nameof(DatePrecision.Day));
        Assert.Equal(("2026-03", true), (field.Find("input").GetAttribute("value"), _errors.AnyUnread));
    }

    [Theory]
    [InlineData("17.12.2025")]
    [InlineData("2025-02-30")]
    [InlineData("soon")]
    public void Typed_NoDate_StaysAsTypedAndKeepsTheFormFromSaving(string typed)
    {
        var field = Field();

        field.Find("input").Change(typed);

        Assert.Null(_told);
        Assert.Equal(typed, field.Find("input").GetAttribute("value"));
        Assert.True(_errors.AnyUnread);
        Assert.Contains($"“{typed}” is not a date.", field.Find(".field-errors").TextContent, StringComparison.Ordinal);
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
        Assert.Equal("soon", field.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<DateInput> Field(DatePrecision precision = DatePrecision.Day) => Render<DateInput>(p => p
        .Add(f => f.Label, "Happened on").Add(f => f.Errors, _errors).Add(f => f.Path, "occurredOn")
        .Add(f => f.Precision, precision).Add(f => f.PrecisionChanged, _ => { })
        .Add(f => f.ValueChanged, date => _told = date));
}

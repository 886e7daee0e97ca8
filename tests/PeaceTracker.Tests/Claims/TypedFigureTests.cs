using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Tests.Claims;

public class TypedFigureTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90%", 90)]
    [InlineData(" 90 % ", 90)]
    [InlineData("90\u00a0%", 90)]
    [InlineData("90 percent", 90)]
    [InlineData("89.3", 89.3)]
    [InlineData("89,3", 89.3)]
    [InlineData("89.3 %", 89.3)]
    [InlineData("89,3%", 89.3)]
    [InlineData("0", 0)]
    public void Read_Percentage_IsRead(string typed, double percent) => Assert.Equal(new TypedFigure((decimal)percent), TypedFigure.Read(typed));

    [Theory]
    [InlineData("25/28")]
    [InlineData("25 / 28")]
    [InlineData("25 of 28")]
    [InlineData("25 out of 28")]
    [InlineData("25 of the 28 points")]
    public void Read_PointsOfPoints_AreRead(string typed) => Assert.Equal(new TypedFigure(Agreed: 25, Points: 28), TypedFigure.Read(typed));

    [Theory]
    [InlineData("90–95%")]
    [InlineData("90-95")]
    [InlineData("90% – 95%")]
    [InlineData("90 to 95 percent")]
    public void Read_Range_IsRead(string typed) => Assert.Equal(new TypedFigure(90, 95), TypedFigure.Read(typed));

    [Theory]
    [InlineData("90% of 20")]
    [InlineData("90% of the 20 points")]
    public void Read_PercentageOfPoints_BringsTheirNumber(string typed) => Assert.Equal(new TypedFigure(90, Points: 20), TypedFigure.Read(typed));

    // A date, three numbers, a thousand or a one, words: none of them is certain.
    [Theory]
    [InlineData("3,4,5")]
    [InlineData("3/4/26")]
    [InlineData("1,000")]
    [InlineData("ninety")]
    [InlineData("about 90")]
    [InlineData("90 of")]
    [InlineData("25 28")]
    [InlineData("-90")]
    [InlineData("90..5")]
    [InlineData("99999999999999999999999999999999999")]
    public void Read_WhatIsNotCertain_IsNotRead(string typed) => Assert.Null(TypedFigure.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Read_Nothing_IsNoFigure(string typed) => Assert.Equal(new TypedFigure(), TypedFigure.Read(typed));

    [Theory]
    [InlineData("89,3", "89.3")]
    [InlineData("20", "20")]
    [InlineData("−3", "-3")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u202f234", "1234")]
    [InlineData("1,234", null)]
    [InlineData("1.2.3", null)]
    [InlineData("٣", null)]
    [InlineData("", null)]
    public void ReadNumber_AsPeopleTypeThem(string typed, string? read) => Assert.Equal(read, TypedNumber.Read(typed));

    // Outcomes that were kept before the figure was a text hold a number, or nothing.
    [Theory]
    [InlineData("89.5", "89.5")]
    [InlineData("null", "")]
    [InlineData("\"25 of 28\"", "25 of 28")]
    public void ReadOutcome_KeptFigure_IsItsText(string kept, string figure) =>
        Assert.Equal(figure, Assert.Single(OutcomeForm.Read($$"""{ "Claims": [ { "Figure": {{kept}} } ] }""").Claims).Figure);

    [Fact]
    public void ToRow_FigureAndFieldWithDifferentPoints_SaysSoAtTheField()
    {
        var check = new FormCheck();
        new ClaimForm { Figure = "25 of 28", Points = 20 }.ToRow(check);

        Assert.Contains(
            check.Errors, e => e is { Path: "points", Message: "The figure says 28 points. Correct one of the two, or leave this out." });
    }

    [Fact]
    public void ToRow_Unreadable_IsSaidWithWhatToWrite()
    {
        var check = new FormCheck();
        new ClaimForm { Figure = "3,4,5" }.ToRow(check);

        Assert.Contains(check.Errors, e => e.Path == "figure" && e.Message.Contains("25 of 28", StringComparison.Ordinal));
    }
}

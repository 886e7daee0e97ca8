using PeaceTracker.Services.Export;

namespace PeaceTracker.Tests.Export;

public class TableOrderTests
{
    private static readonly TableOrder<Column> Usual = new(Column.Day, Column.Count);

    private enum Column
    {
        Day,
        Name,
        Count,
    }

    // Newest first where nothing is said; a press orders by the column, largest first where it counts something; another press turns it round.
    [Fact]
    public void Pressed_HeadAfterHead_OrdersThenTurnsRound()
    {
        var byName = Usual.Pressed(Column.Name);
        var byCount = byName.Pressed(Column.Count);

        Assert.Equal(
            [null, "day", null, "name", "-name", "-count", "count", null],
            new[]
            {
                Usual, Usual.Pressed(Column.Day), Usual.Pressed(Column.Day).Pressed(Column.Day), byName, byName.Pressed(Column.Name), byCount,
                byCount.Pressed(Column.Count), byCount.Pressed(Column.Day),
            }.Select(order => order.Text));
    }

    // Where no column gives the usual order, it has no other way round.
    [Fact]
    public void Text_UsualOrderThatNoColumnGives_IsNoneEitherWay()
    {
        var usual = new TableOrder<Column>(Column.Count) { UsualIsNoColumn = true };

        Assert.Equal([null, null, "-name"], new[]
        {
            usual, usual with { Descending = true }, usual with { By = Column.Name, Descending = true },
        }.Select(order => order.Text));
    }

    // Those without a key last in both directions; equal ones as they were.
    [Theory]
    [InlineData(false, "b1 b2 c x y")]
    [InlineData(true, "c b1 b2 x y")]
    public void Sorted_RowsWithoutAKey_LastEitherWay(bool descending, string expected)
    {
        string[] rows = ["x", "b1", "c", "y", "b2"];

        Assert.Equal(
            expected,
            string.Join(' ', (Usual with { By = Column.Name, Descending = descending }).Sorted(
                rows, row => row[0] is 'x' or 'y' ? null : row[..1])));
    }
}

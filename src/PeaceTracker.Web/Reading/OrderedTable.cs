using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>How an address asks for the order of a table.</summary>
public static class OrderedTable
{
    /// <summary>The order that an address asks for: the <paramref name="usual"/> one where it says nothing.</summary>
    public static TableOrder<T> Order<T>(this AddressValues values, TableOrder<T> usual) where T : struct, Enum
    {
        var (order, descending) = values.Sort(usual.Called, Enum.GetValues<T>().Select(ScaleWord.Of));
        return order is null ? usual
            : usual with { By = Enum.GetValues<T>().First(column => ScaleWord.Of(column) == order), Descending = descending };
    }
}

using System.Collections;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>What the tests that go over a full record rely on: nothing in it is left out.</summary>
public class FullRecordTests
{
    public static TheoryData<string> Lists => [.. RecordSections.Lists.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Make_EverySection_HasRowsOfEveryKindAndNoEmptyList(string name)
    {
        var section = RecordSections.Named(name);

        var rows = section.In(FullRecord.Make());

        Assert.True(rows.Count >= 2);
        Assert.Equal(section.HoldsEntries ? Enum.GetValues<EntryKind>() : [], rows.OfType<IEntry>().Select(entry => entry.Kind).Distinct().Order());
        Assert.Empty(rows.SelectMany(row => EmptyLists(row, name)));
    }

    private static IEnumerable<string> EmptyLists(object value, string path) => value switch
    {
        string => [],
        IList { Count: 0 } => [path],
        IList list => list.Cast<object>().SelectMany(part => EmptyLists(part, path + "[]")),
        _ when value.GetType().Namespace?.StartsWith("PeaceTracker", StringComparison.Ordinal) == true => value.GetType().GetProperties()
            .Where(property => property.CanWrite && property.GetValue(value) is not null)
            .SelectMany(property => EmptyLists(property.GetValue(value)!, $"{path}.{property.Name}")),
        _ => [],
    };
}

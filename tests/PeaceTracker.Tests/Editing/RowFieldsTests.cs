using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

public class RowFieldsTests
{
    [Fact]
    public void Merge_SomeFieldsOfMine_TakesTheOthersFromThem()
    {
        var opened = new RecordBuilder().Issues(1, null).Build().Parties[0];
        var theirs = opened with { Name = "Theirs", Description = "Theirs." };
        var mine = opened with { Name = "Mine", Description = "Mine.", ShortName = "M" };

        var merged = RowFields.Merge(theirs, mine, new HashSet<string> { "name", "shortName" });

        Assert.Equal(("Mine", "Theirs.", "M"), (merged.Name, merged.Description, merged.ShortName));
    }

    [Fact]
    public void Merge_AFieldThatMineHasEmptied_IsEmpty()
    {
        var opened = new RecordBuilder().Issues(1, null).Build().Parties[0] with { Description = "As it was." };

        Assert.Null(RowFields.Merge(opened, opened with { Description = null }, new HashSet<string> { "description" }).Description);
    }

    [Fact]
    public void Merge_EveryFieldOfMine_IsMineForEveryKindOfRow()
    {
        var record = FullRecord.Make();

        Assert.Empty(Lost(record.Negotiation, record.Negotiation with { Title = "Another" }));
        Assert.Empty(RecordSections.Lists.SelectMany(list => list.Use(new Losing(record))));
    }

    private static IEnumerable<FieldChange> Lost<T>(T mine, T theirs) where T : class =>
        RowFields.Compare(mine, RowFields.Merge(theirs, mine, RowFields.Compare(theirs, mine).Select(field => field.Field).ToHashSet()));

    private sealed class Losing(NegotiationRecord record) : IRecordListUse<IEnumerable<FieldChange>>
    {
        public IEnumerable<FieldChange> Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> =>
            Lost(list.Rows(record)[0], list.Rows(record)[1]);

        public IEnumerable<FieldChange> Entries<T>(EntryList<T> list) where T : class, IEntry<T> => Lost(list.Rows(record)[0], list.Rows(record)[1]);
    }
}

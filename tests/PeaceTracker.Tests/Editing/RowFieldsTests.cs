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

        Assert.Empty(Lost(record.Sources).Concat(Lost(record.Parties)).Concat(Lost(record.Delegates)).Concat(Lost(record.Dyads)).Concat(Lost(record.Issues)).Concat(Lost(record.AgendaVersions))
            .Concat(Lost(record.WorkingGroups)).Concat(Lost(record.Rounds)).Concat(Lost(record.Drafts)).Concat(Lost(record.Offers)).Concat(Lost([record.Negotiation, record.Negotiation with { Title = "Another" }])));
    }

    private static IEnumerable<FieldChange> Lost<T>(IReadOnlyList<T> two) where T : class =>
        RowFields.Compare(two[0], RowFields.Merge(two[1], two[0], RowFields.Compare(two[1], two[0]).Select(field => field.Field).ToHashSet()));
}

using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>Where a negotiation asks for a second pair of eyes, nobody moves every share alone by the agenda.</summary>
public class AgendaApprovalTests
{
    private static readonly NegotiationRecord Plain = new RecordBuilder().Issues(3, Level.Disputed).Build();
    private static readonly NegotiationRecord Record = Plain with { Negotiation = Plain.Negotiation with { RequiresApproval = true } };

    private static AgendaVersion First => Record.AgendaVersions[0];

    public static TheoryData<string, AccountRole, bool> Matrix =>
        new(from command in new[] { "add", "edit", "retract" } from role in new[] { AccountRole.Editor, AccountRole.Manager } select (command, role, role == AccountRole.Manager));

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Run_ChangeOfTheAgenda_IsForManagers(string command, AccountRole role, bool may)
    {
        await using var store = await TestStore.StartAsync(Record);
        var slug = Record.Negotiation.Slug;
        BoardCommand change = command switch
        {
            "add" => new AddRow<AgendaVersion>(slug, First with { Number = 2, Title = "Again", InForceFrom = RecordBuilder.Day(9) }),
            "edit" => new EditRow<AgendaVersion>(slug, First, First with { IssueKeys = [.. First.IssueKeys.Skip(1)] }),
            _ => new RetractRow<AgendaVersion>(slug, "1", "Drawn up from a misreading."),
        };

        var result = await store.Services.GetRequiredService<BoardEditor>().RunAsync(change, await store.AddAccountAsync(role), TestContext.Current.CancellationToken);

        Assert.Equal(may, result is SaveResult.Saved);
        Assert.Equal(!may, result is SaveResult.NotAllowed { Reason: NotAllowedReason.Role });
    }
}

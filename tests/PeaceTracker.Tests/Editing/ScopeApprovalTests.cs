using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>
/// Where a negotiation asks for a second pair of eyes, nobody moves every share alone: by the agenda, by which pairs have to agree, or by
/// what an issue weighs.
/// </summary>
[OnEveryDatabase]
public class ScopeApprovalTests
{
    // The pair a–c is tracked for another issue, so that it can be added to the first.
    private static readonly NegotiationRecord Plain =
        new RecordBuilder().Dyad(RecordBuilder.DefaultDyad).Dyad("a-c", required: false)
            .Issue("issue-1", dyads: [RecordBuilder.DefaultDyad]).Issue("issue-2").Build();
    private static readonly NegotiationRecord Record = Plain with { Negotiation = Plain.Negotiation with { RequiresApproval = true } };

    private static Issue Issue => Record.Issues[0];

    private static AgendaVersion First => Record.AgendaVersions[0];

    public static TheoryData<string, AccountRole, bool> Matrix =>
        new(from command in new[] { "add", "edit", "retract", "dyad required", "issue salience", "issue dyads" }
            from role in new[] { AccountRole.Editor, AccountRole.Manager }
            select (command, role, role == AccountRole.Manager));

    // A title or a description moves nothing.
    [Fact]
    public async Task Run_WordsOfAnIssue_AreForEditors()
    {
        await using var store = await TestStore.StartAsync(Record);
        var change = new EditRow<Issue>(Record.Negotiation.Slug, Issue, Issue with { Title = "Said better" });

        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            change, await store.AddAccountAsync(AccountRole.Editor), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Run_ChangeThatMovesShares_IsForManagers(string command, AccountRole role, bool may)
    {
        await using var store = await TestStore.StartAsync(Record);
        var slug = Record.Negotiation.Slug;
        BoardCommand change = command switch
        {
            "add" => new AddRow<AgendaVersion>(slug, First with { Number = 2, Title = "Again", InForceFrom = RecordBuilder.Day(9) }),
            "edit" => new EditRow<AgendaVersion>(slug, First, First with { IssueKeys = [.. First.IssueKeys.Skip(1)] }),
            "dyad required" => new EditRow<Dyad>(slug, Record.Dyads[0], Record.Dyads[0] with { Required = false }),
            "issue salience" => new EditRow<Issue>(slug, Issue, Issue with { Salience = 5 }),
            "issue dyads" => new EditRow<Issue>(slug, Issue, Issue with { DyadKeys = [.. Issue.DyadKeys, "a-c"] }),
            _ => new RetractRow<AgendaVersion>(slug, "1", "Drawn up from a misreading."),
        };

        var result = await store.Services.GetRequiredService<BoardEditor>()
            .RunAsync(change, await store.AddAccountAsync(role), TestContext.Current.CancellationToken);

        Assert.Equal(may, result is SaveResult.Saved);
        Assert.Equal(!may, result is SaveResult.NotAllowed { Reason: NotAllowedReason.Role });
        // What is written down of a refusal is the role that was asked for.
        await using var context = store.NewContext();
        Assert.Equal(
            may ? [] : ["Manager"],
            context.SecurityEvents.Select(e => e.Detail!).AsEnumerable().Select(detail => detail.Split(' ')[^1].TrimEnd('.')));
    }
}

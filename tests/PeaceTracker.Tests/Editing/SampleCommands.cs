using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Parties;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>One command of each type that would be carried out on a small record.</summary>
internal static class SampleCommands
{
    private static readonly Guid OutcomeId = Guid.NewGuid();

    /// <summary>Puts into the store what the command refers to there.</summary>
    public static async Task PrepareAsync(TestStore store, BoardCommand command, string? account)
    {
        if (command is PublishOutcome outcome)
        {
            await using var context = store.NewContext();
            context.Add(new Outcome { Id = OutcomeId, Slug = command.Slug, AuthorId = account ?? "", Author = "", Form = outcome.Form.Write(),
                BegunAt = RecordBuilder.At(1), UpdatedAt = RecordBuilder.At(1) });
            await context.SaveChangesAsync();
        }
        else if (command is RestoreRow<AgendaVersion> restored)
        {
            await RunAsync(store, new RetractRow<AgendaVersion>(command.Slug, restored.Key, "Drawn up from a misreading."));
        }
        else if (command is RestoreEntry<StatusEvent>)
        {
            var board = (await store.Boards.FindAsync(command.Slug, CancellationToken.None))!;
            await RunAsync(store, new RetractEntry<StatusEvent>(command.Slug, board.Record.StatusEvents[0].Key, "Of another issue."));
        }
        else if (command is TakeBack)
        {
            // What is to be taken back must be one's own; who may change nothing has changed nothing.
            var party = (await store.Boards.FindAsync(command.Slug, CancellationToken.None))!.Record.Parties[0];
            await store.Services.GetRequiredService<BoardEditor>()
                .RunAsync(new EditRow<Party>(command.Slug, party, party with { Name = "Another name" }), account, CancellationToken.None);
        }
        else if (command is PublishBoard)
        {
            await store.ExecuteAsync("UPDATE \"Negotiations\" SET \"Publication\" = 'InPreparation'");
        }
    }

    private static async Task RunAsync(TestStore store, BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await store.Services.GetRequiredService<BoardEditor>()
            .RunAsync(command, await store.AddAccountAsync(AccountRole.Administrator), CancellationToken.None));

    public static BoardCommand Of(Type type, NegotiationRecord record)
    {
        var slug = record.Negotiation.Slug;
        var party = record.Parties[0];
        var entry = record.StatusEvents[0];
        return type.Name switch
        {
            "AddRow`1" => new AddRow<Party>(slug, party with { Key = "", Name = "Third" }),
            "EditRow`1" => new EditRow<Party>(slug, party, party with { Name = "Another name" }),
            "RetractRow`1" => new RetractRow<AgendaVersion>(slug, "1", "Drawn up from a misreading."),
            "AddEntry`1" => new AddEntry<StatusEvent>(slug, entry with { Key = "", OccurredOn = RecordBuilder.Day(9) }),
            "CorrectEntry`1" => new CorrectEntry<StatusEvent>(slug, entry with { Level = Level.Narrowing }, entry.Key, "Read too narrowly."),
            "RetractEntry`1" => new RetractEntry<StatusEvent>(slug, entry.Key, "Of another issue."),
            "AddParties" => new AddParties(slug, [new("third", "parties[0]", party with { Key = "", Name = "Third" })], []),
            "AddIssues" => new AddIssues(slug, [("issues[0]", record.Issues[0] with { Key = "", Title = "Third" })], null),
            "ImportRows" => new ImportRows(
                slug, ImportKinds.Find("issues")!, "table.csv",
                [new(2, ImportState.New, null, record.Issues[0] with { Key = "", Title = "Third" })]),
            "RecordLevels" => new RecordLevels(slug, [("levels[0]", entry with { Key = "", OccurredOn = RecordBuilder.Day(9) })]),
            "ChooseHeadline" => new ChooseHeadline(slug, record.Claims[0].Key, "The only one.", Seen: 0),
            "EditNegotiation" => new EditNegotiation(record.Negotiation, record.Negotiation with { Title = "Another title" }),
            "AddNegotiation" => new AddNegotiation(record.Negotiation with { Slug = "another" }),
            "RestoreRow`1" => new RestoreRow<AgendaVersion>(slug, "1", "It was right."),
            "RestoreEntry`1" => new RestoreEntry<StatusEvent>(
                slug, Keys.For(((IRow)entry).Words, "status event", record.StatusEvents.Select(e => e.Key)), "It was right."),
            "TakeBack" => new TakeBack(slug, 2, "A party was renamed.", []),
            "PublishBoard" => new PublishBoard(slug),
            "TakeBoardOff" => new TakeBoardOff(slug, "Named the wrong parties."),
            "PublishOutcome" => new PublishOutcome(slug, new OutcomeForm { StatusEvents = [StatusEventForm.Of(entry)] }, OutcomeId),
            _ => throw new NotSupportedException($"Give a sample of {type.Name}, so that the matrix can try it."),
        };
    }
}

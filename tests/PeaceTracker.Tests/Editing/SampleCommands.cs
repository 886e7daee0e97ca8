using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
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
        else if (command is PublishBoard)
        {
            TestStore.Execute(store.DatabaseFile, "UPDATE Negotiations SET Publication = 'InPreparation'");
        }
    }

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
            "ChooseHeadline" => new ChooseHeadline(slug, record.Claims[0].Key, "The only one.", Seen: 0),
            "EditNegotiation" => new EditNegotiation(record.Negotiation, record.Negotiation with { Title = "Another title" }),
            "AddNegotiation" => new AddNegotiation(record.Negotiation with { Slug = "another" }),
            "PublishBoard" => new PublishBoard(slug),
            "TakeBoardOff" => new TakeBoardOff(slug, "Named the wrong parties."),
            "PublishOutcome" => new PublishOutcome(slug, new OutcomeForm { StatusEvents = [StatusEventForm.Of(entry)] }, OutcomeId),
            _ => throw new NotSupportedException($"Give a sample of {type.Name}, so that the matrix can try it."),
        };
    }
}

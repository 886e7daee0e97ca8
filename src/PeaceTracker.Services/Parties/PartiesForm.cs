using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Parties;

/// <summary>Several parties while they are typed in one table, and the pairs that principals make, proposed.</summary>
public sealed class PartiesForm
{
    /// <summary>The day from which the parties are at or around the table.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The parties, a line each; blank ones count for nothing, and the last always is.</summary>
    public List<PartyLineForm> Parties { get; set; } = [];

    /// <summary>The pairs that principals make and that are not on the board yet.</summary>
    public List<PairLineForm> Pairs { get; set; } = [];

    /// <summary>An empty form on a board with that record.</summary>
    public static PartiesForm On(NegotiationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var form = new PartiesForm { Since = record.Negotiation.StartedOn };
        form.Arrange(record);
        return form;
    }

    /// <summary>The name of a party of the form or of the board.</summary>
    public string NameOf(NegotiationRecord record, string party) =>
        Parties.Find(line => line.Id == party)?.Name ?? record?.Parties.FirstOrDefault(p => p.Key == party)?.Name ?? "";

    /// <summary>Proposes the pairs anew, as principals come and go; what was decided of a pair stays.</summary>
    public void Arrange(NegotiationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        while (Parties.Count < 2 || !Parties[^1].IsBlank)
        {
            Parties.Add(new());
        }

        List<string> principals =
        [
            .. record.Parties.Where(p => p.Retracted is null && p.IsPrincipal).Select(p => p.Key),
            .. Parties.Where(line => !line.IsBlank && line.Role == Role.Principal).Select(line => line.Id),
        ];
        var there = record.Dyads.Where(d => d.Retracted is null).ToList();
        Pairs =
        [
            .. from i in Enumerable.Range(0, principals.Count)
               from j in Enumerable.Range(i + 1, principals.Count - i - 1)
               let pair = (First: principals[i], Second: principals[j])
               where !there.Exists(d => d.Includes(pair.First) && d.Includes(pair.Second))
               select Pairs.Find(p => (p.First, p.Second) == pair) ?? new() { First = pair.First, Second = pair.Second },
        ];
    }

    /// <summary>The command that adds them; what is missing is told to <paramref name="check"/>.</summary>
    public AddParties ToCommand(string slug, FormCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var lines = Parties.Index().Where(line => !line.Item.IsBlank).ToList();
        var since = lines.Count == 0 ? default : check.Need("since", Since, "Give the day from which they are involved.");
        return new AddParties(
            slug,
            [.. lines.Select(line => new PartyLine(line.Item.Id, $"parties[{line.Index}]", line.Item.ToRow(check, $"parties[{line.Index}]", since)))],
            [.. Pairs.Index().Where(pair => pair.Item.Wanted)
                .Select(pair => new PairLine($"pairs[{pair.Index}]", pair.Item.First, pair.Item.Second, pair.Item.Required))]);
    }
}

/// <summary>A party while it is typed in a table.</summary>
public sealed class PartyLineForm
{
    /// <summary>By which the pairs of the form mean it.</summary>
    public string Id { get; set; } = $"new-{Guid.NewGuid():N}";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it does at or around the table.</summary>
    public Role Role { get; set; }

    /// <summary>Whether nothing is typed in it.</summary>
    public bool IsBlank => FormCheck.Optional(Name) is null;

    /// <summary>The party.</summary>
    public Party ToRow(FormCheck check, string at, DateOnly since) => new()
    {
        Key = "", RecordedAt = default, Name = check.Need($"{at}.name", Name, "Give its name."), Roles = [new() { Role = Role }], Since = since,
    };
}

/// <summary>A pair that is proposed.</summary>
public sealed class PairLineForm
{
    /// <summary>Key of the first party, or its name in the form.</summary>
    public string First { get; set; } = "";

    /// <summary>The same of the second.</summary>
    public string Second { get; set; } = "";

    /// <summary>Whether it is tracked.</summary>
    public bool Wanted { get; set; } = true;

    /// <summary>Whether the negotiation can't conclude without agreement between these two: of principals, as a rule.</summary>
    public bool Required { get; set; } = true;
}

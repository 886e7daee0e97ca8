using Xunit.v3;

namespace PeaceTracker.Testing;

/// <summary>
/// The tests of this class need a store and don't mind which: they run on SQLite, and once more on PostgreSQL where tests/run.sh has one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEveryDatabaseAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Database", "Every")];
}

/// <summary>The tests of this class are of PostgreSQL alone, and left out where there is none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPostgreSqlAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Database", "PostgreSql")];
}

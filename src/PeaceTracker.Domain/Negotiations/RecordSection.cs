using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>A part of the record that holds rows of one kind, for whoever serves all kinds alike.</summary>
/// <param name="name">Its name in a negotiation file, in changes and in addresses: "statusEvents".</param>
/// <param name="noun">What one of its rows is: "status event".</param>
public abstract class RecordSection(string name, string noun)
{
    /// <summary>Its name in a negotiation file, in changes and in addresses: "statusEvents".</summary>
    public string Name { get; } = name;

    /// <summary>What one of its rows is: "status event".</summary>
    public string Noun { get; } = noun;

    /// <summary>The type of its rows.</summary>
    public abstract Type RowType { get; }

    /// <summary>Whether its rows are append-only: corrected and retracted by further rows, not edited.</summary>
    public bool HoldsEntries => RowType.IsAssignableTo(typeof(IEntry));

    /// <summary>Its rows in a record, in their order.</summary>
    public abstract IReadOnlyList<IRow> In(NegotiationRecord record);

    /// <summary>The record with other rows in this section; they must be of its type.</summary>
    public abstract NegotiationRecord With(NegotiationRecord record, IEnumerable<IRow> rows);

    /// <summary>The row of that key; null where the record has none.</summary>
    public IRow? Find(NegotiationRecord record, string key) => In(record).FirstOrDefault(row => row.Key == key);
}

/// <summary>A list of the record: one property of a negotiation file, one table of the store.</summary>
public abstract class RecordList : RecordSection
{
    internal RecordList(string name, string noun, Action<RuleCheck> rules)
        : base(name, noun) => Rules = rules;

    /// <summary>Holds the list against the rules.</summary>
    internal Action<RuleCheck> Rules { get; }

    /// <summary>The type of the whole list.</summary>
    public abstract Type ListType { get; }

    /// <summary>Hands the list to <paramref name="use"/> under the type of its rows, and returns what that made of it.</summary>
    public abstract TResult Use<TResult>(IRecordListUse<TResult> use);

    /// <summary>Sets the rows of a record that is being read from a file.</summary>
    internal abstract void Put(NegotiationRecord record, object rows);
}

/// <summary>Something that is done with every list of the record by the type of its rows.</summary>
public interface IRecordListUse<out TResult>
{
    /// <summary>What is done with a list of descriptive rows.</summary>
    TResult Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T>;

    /// <summary>What is done with a list of entries.</summary>
    TResult Entries<T>(EntryList<T> list) where T : class, IEntry<T>;
}

/// <summary>A list of rows of one type.</summary>
public abstract class RecordList<T> : RecordList where T : class, IRow<T>
{
    internal RecordList(string name, string noun, Action<RuleCheck> rules, Func<IReadOnlyList<T>, IEnumerable<T>>? follow = null)
        : base(name, noun, rules) => Follow = follow ?? (_ => []);

    /// <summary>
    /// Of its rows, those that have to be others because one came, moved or went, as they then are: what one says of another in its list is
    /// brought into line.
    /// </summary>
    internal Func<IReadOnlyList<T>, IEnumerable<T>> Follow { get; }

    /// <inheritdoc />
    public override Type RowType => typeof(T);

    /// <inheritdoc />
    public override Type ListType => typeof(IReadOnlyList<T>);

    /// <summary>Its rows in a record, in their order.</summary>
    public IReadOnlyList<T> Rows(NegotiationRecord record) => record.Rows<T>();

    /// <inheritdoc />
    public override IReadOnlyList<IRow> In(NegotiationRecord record) => record.Rows<T>();

    /// <inheritdoc />
    public override NegotiationRecord With(NegotiationRecord record, IEnumerable<IRow> rows) => record.With<T>([.. rows.Cast<T>()]);

    internal override void Put(NegotiationRecord record, object rows) => record.Put((IReadOnlyList<T>)rows);
}

/// <summary>A list of descriptive rows.</summary>
public sealed class DescriptiveList<T> : RecordList<T> where T : class, IDescriptive<T>
{
    internal DescriptiveList(string name, string noun, Action<RuleCheck> rules, Func<IReadOnlyList<T>, IEnumerable<T>>? follow = null)
        : base(name, noun, rules, follow)
    {
    }

    /// <inheritdoc />
    public override TResult Use<TResult>(IRecordListUse<TResult> use) => use.Descriptive(this);
}

/// <summary>A list of append-only entries.</summary>
public sealed class EntryList<T> : RecordList<T> where T : class, IEntry<T>
{
    internal EntryList(string name, string noun, Action<RuleCheck> rules)
        : base(name, noun, rules)
    {
    }

    /// <inheritdoc />
    public override TResult Use<TResult>(IRecordListUse<TResult> use) => use.Entries(this);
}

/// <summary>The negotiation’s description: the one row that is no list, and is never retracted.</summary>
public sealed class NegotiationSection() : RecordSection("negotiation", "negotiation")
{
    /// <inheritdoc />
    public override Type RowType => typeof(Negotiation);

    /// <inheritdoc />
    public override IReadOnlyList<IRow> In(NegotiationRecord record) => [record.Negotiation];

    /// <inheritdoc />
    public override NegotiationRecord With(NegotiationRecord record, IEnumerable<IRow> rows) =>
        record with { Negotiation = (Negotiation)rows.Single() };
}

using System.Diagnostics.CodeAnalysis;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>A file that was read whole, or all that is wrong with it. Never a part of a file.</summary>
public sealed record NegotiationFileResult
{
    /// <summary>The record; null where there are errors.</summary>
    public NegotiationRecord? Record { get; init; }

    /// <summary>Every change of the record, the oldest first; null where the file has no history.</summary>
    public IReadOnlyList<PastChange>? History { get; init; }

    /// <summary>What is wrong, by line; empty where the file was read.</summary>
    public IReadOnlyList<NegotiationFileError> Errors { get; init; } = [];

    /// <summary>What the file holds; null where there are errors.</summary>
    public NegotiationFile? File => Record is null ? null : new NegotiationFile(Record, History);

    /// <summary>Whether the file was read.</summary>
    [MemberNotNullWhen(true, nameof(Record))]
    public bool Succeeded => Record is not null;
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Path">Where in the JSON: "statusEvents[3].issue"; empty for the file as a whole.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record NegotiationFileError(string Path, int Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => Line == 0 ? Message : Path.Length == 0 ? $"line {Line}: {Message}" : $"line {Line}, {Path}: {Message}";
}

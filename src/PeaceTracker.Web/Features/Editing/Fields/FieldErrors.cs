using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>
/// What was refused, by the path of the field: "title", "citations[0].locator", "" for the form as a whole. A form has one of its own
/// and puts a new one in its place after each save. Fields add what they themselves can't read, and take it back.
/// </summary>
public sealed class FieldErrors
{
    private readonly IReadOnlyList<(string Path, string Message)> refused;
    private readonly Dictionary<object, (string Path, string Message)> unread;
    private readonly string prefix;

    /// <summary>Nothing refused.</summary>
    public FieldErrors() : this([], [], "")
    {
    }

    /// <summary>What a save was refused for.</summary>
    public FieldErrors(IEnumerable<(string Path, string Message)> refused) : this([.. refused], [], "")
    {
    }

    /// <summary>What a command was refused for.</summary>
    public FieldErrors(IEnumerable<FieldError> refused) : this(refused.Select(error => (error.Path, error.Message)))
    {
    }

    private FieldErrors(IReadOnlyList<(string Path, string Message)> refused, Dictionary<object, (string Path, string Message)> unread,
        string prefix) =>
        (this.refused, this.unread, this.prefix) = (refused, unread, prefix);

    /// <summary>The messages beside a field: those of its very path, and of the items of a list that has one field for all of them.</summary>
    public IReadOnlyList<string> this[string path] =>
        [.. All.Where(error => error.Path == FullPath(path) || OfList(error.Path) == FullPath(path)).Select(error => error.Message).Distinct()];

    /// <summary>Every refusal with its full path.</summary>
    public IEnumerable<(string Path, string Message)> All =>
        refused.Concat(unread.Values);

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => refused.Count > 0 || unread.Count > 0;

    /// <summary>Whether anything is wrong in this part of the form.</summary>
    public bool AnyHere =>
        prefix.Length == 0 ? Any : All.Any(error => IsHere(error.Path));

    /// <summary>Whether a field holds something that can't be read, so that a save would lose it.</summary>
    public bool AnyUnread => unread.Count > 0;

    /// <summary>The same of this part of the form alone.</summary>
    public bool AnyUnreadHere => unread.Values.Any(error => IsHere(error.Path));

    /// <summary>The errors of a part: <c>At("citations[0]")["locator"]</c> is <c>["citations[0].locator"]</c>.</summary>
    public FieldErrors At(string path) => new(refused, unread, FullPath(path));

    /// <summary>The same part with refusals of its own instead, where it is saved by itself; what fields can't read stays the form's.</summary>
    public FieldErrors With(IEnumerable<(string Path, string Message)> own) =>
        new([.. own.Select(error => (FullPath(error.Path), error.Message))], unread, prefix);

    /// <summary>The id of a field's input, so that the list of errors can lead to it.</summary>
    public string IdOf(string path) => IdOfFullPath(FullPath(path));

    /// <summary>The same for a full path; an item of a list is at the list's field.</summary>
    public static string IdOfFullPath(string path) =>
        "field-" + string.Concat((OfList(path) ?? path).Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-')).TrimEnd('-');

    /// <summary>A field can't read what is typed into it; null takes that back. By the field itself: its path changes when one before it is taken
    /// out.</summary>
    public void SetUnread(object field, string path, string? message)
    {
        if (message is null)
        {
            unread.Remove(field);
        }
        else
        {
            unread[field] = (FullPath(path), message);
        }
    }

    // "issues[2]" is an item of "issues"; "citations[0].locator" is none.
    private static string? OfList(string path) => path.EndsWith(']') ? path[..path.LastIndexOf('[')] : null;

    private bool IsHere(string path) => prefix.Length == 0 || path == prefix || path.StartsWith(prefix + '.', StringComparison.Ordinal);

    private string FullPath(string path) =>
        prefix.Length == 0 || path.Length == 0 ? prefix + path : path[0] == '[' ? prefix + path : $"{prefix}.{path}";
}

namespace PeaceTracker.Services.Editing;

/// <summary>What is missing in a form, collected while rows are made of it, so that it is said together with the rules that the rows break.</summary>
public sealed class FormCheck
{
    private readonly List<FieldError> _errors = [];

    /// <summary>
    /// The day that stands in for one that is missing; unless another is given, one that breaks no rule by itself, being a Monday and the first of
    /// a month.
    /// </summary>
    public DateOnly MissingDay { get; init; } = new(2001, 1, 1);

    /// <summary>What is missing, each at its field.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>A value that must be chosen; its type's default stands in where it was not.</summary>
    public T Need<T>(string path, T? value, string sentence) where T : struct
    {
        if (value is null)
        {
            Add(path, sentence);
        }

        return value ?? default;
    }

    /// <summary>A day that must be given. Where it is not, <see cref="MissingDay"/> stands in, so that only the day's own field complains.</summary>
    public DateOnly Need(string path, DateOnly? value, string sentence) =>
        Need<DateOnly>(path, value, sentence) is var day && value is null ? MissingDay : day;

    /// <summary>A text that must be there, without blanks round it.</summary>
    public string Need(string path, string? text, string sentence)
    {
        var trimmed = Optional(text);
        if (trimmed is null)
        {
            Add(path, sentence);
        }

        return trimmed ?? "";
    }

    /// <summary>Adds an error.</summary>
    public void Add(string path, string sentence) => _errors.Add(new FieldError(path, sentence));

    /// <summary>A text that may be left out: null where it is blank, otherwise without blanks round it.</summary>
    public static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The place of a field within a part of the form.</summary>
    public static string At(string at, string field) => at.Length == 0 ? field : $"{at}.{field}";
}

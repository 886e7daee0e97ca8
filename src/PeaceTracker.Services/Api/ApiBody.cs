using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Api;

/// <summary>
/// What a program sent, read as JSON: null says nothing, and texts are without what nobody sees, as those that are typed. Each thing that is wrong is
/// said at its place.
/// </summary>
public sealed class ApiBody
{
    private const int MaxDepth = 16;

    // More than any row has, and than anybody looks over who records.
    private const int MostProperties = 100, MostRows = 500;

    private const string Twice = "The property is given twice. Keep one of the two.";

    // Those who record, and when, are known here: what a program says of it is not looked at.
    private static readonly string[] OfTheProgram = ["recordedAt", "recordedBy"];

    private readonly FileNode _node;

    private ApiBody(FileNode node) => _node = node;

    /// <summary>Reads it; null where it is no JSON object, which <paramref name="fault"/> then says.</summary>
    public static ApiBody? Read(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        var node = FileParser.Parse(bytes, MaxDepth, bytes.Length, out var error, "body");
        fault = error is not null ? error.Line > 0 ? $"Line {error.Line}: {error.Message}" : error.Message
            : node!.Kind == FileNodeKind.Object ? TooMany(node) : $"An object in braces belongs here, not {node.InWords}.";
        return fault is null ? new ApiBody(Tidied(node!)) : null;
    }

    private static string? TooMany(FileNode node)
    {
        if (node.Properties.Count > MostProperties)
        {
            return $"Line {node.Line}: An object has at most {MostProperties} properties here. Take out what is not part of it.";
        }

        if (node.Items.Count > MostRows && node.Items[0].Kind == FileNodeKind.Object)
        {
            return $"Line {node.Line}: At most {MostRows} rows are recorded at once. Send the others by themselves.";
        }

        return node.Properties.Select(property => property.Value).Concat(node.Items).Select(TooMany).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>A part of it; null where there is none.</summary>
    internal ApiBody? Part(string name) => _node.Property(name) is { Value.Kind: FileNodeKind.Object } part ? new ApiBody(part.Value) : null;

    /// <summary>The whole number under a name; null where there is none.</summary>
    public long? Number(string name) =>
        _node.Property(name) is { Value: { Kind: FileNodeKind.Number, Text: var text } }
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether it says something under a name.</summary>
    internal bool Has(string name) => _node.Property(name) is { Value.Kind: not FileNodeKind.Null };

    /// <summary>The same without a part.</summary>
    internal ApiBody Without(string name)
    {
        var rest = new FileNode(FileNodeKind.Object, _node.Line);
        rest.Properties.AddRange(_node.Properties.Where(property => property.Name != name));
        return new ApiBody(rest);
    }

    /// <summary>Says so where a part is given twice: nobody can tell which of the two is meant.</summary>
    internal void CheckOnce(string name, List<FieldError> errors)
    {
        if (_node.Properties.Count(property => property.Name == name) > 1)
        {
            errors.Add(new(name, Twice));
        }
    }

    /// <summary>Takes a part out that belongs to nothing else.</summary>
    internal FileNode? Take(string name, List<FieldError> errors)
    {
        CheckOnce(name, errors);
        var part = _node.Property(name)?.Value;
        _node.Properties.RemoveAll(property => property.Name == name);
        return part;
    }

    /// <summary>Takes numbers as texts, in the items of a list, where a form reads what is typed.</summary>
    internal void AsTexts(string list, string name)
    {
        foreach (var item in _node.Property(list)?.Value.Items ?? [])
        {
            var at = item.Properties.FindIndex(property => property.Name == name && property.Value.Kind == FileNodeKind.Number);
            if (at >= 0)
            {
                var (_, line, value) = item.Properties[at];
                item.Properties[at] = (name, line, new FileNode(FileNodeKind.String, line) { Text = value.Text });
            }
        }
    }

    /// <summary>Makes something of it; null where something is wrong, which is said at <paramref name="at"/>.</summary>
    internal T? Bind<T>(List<FieldError> errors, string at = "") where T : class => (T?)Bind(typeof(T), Filled(_node), errors, at);

    /// <summary>An approval of an outcome; null where something is wrong.</summary>
    public ApiApproval? Approval(List<FieldError> errors) => Bind<ApiApproval>(errors);

    /// <summary>A return of an outcome; null where something is wrong.</summary>
    public ApiReturn? Return(List<FieldError> errors) => Bind<ApiReturn>(errors);

    /// <summary>The change that is taken back; null where something is wrong.</summary>
    public ApiReversal? Reversal(List<FieldError> errors) => Bind<ApiReversal>(errors);

    /// <summary>Makes a row of it, that nobody has recorded yet.</summary>
    internal T? Row<T>(List<FieldError> errors) where T : class, IRow
    {
        foreach (var name in (string[])[RowFieldNames.Supersedes, RowFieldNames.Reason, RowFieldNames.Retracted, RowFieldNames.Earlier])
        {
            if (Has(name) && RowFieldNames.Of(typeof(T)).Contains(name))
            {
                errors.Add(new(name, "It comes of a correction or a retraction, and a new row has none. Leave it out."));
            }
        }

        if (_node.Property(RowFieldNames.Key) is { Value.Text: var key } && Keys.IsReserved(key))
        {
            errors.Add(new(RowFieldNames.Key, $"“{key}” stands for a new row in addresses. Give another key, or leave it out."));
        }

        WithoutStamps(_node);
        if (RowFieldNames.Of(typeof(T)).Contains(RowFieldNames.Key) && !Has(RowFieldNames.Key))
        {
            _node.Properties.RemoveAll(property => property.Name == RowFieldNames.Key);
            _node.Properties.Add((RowFieldNames.Key, _node.Line, new FileNode(FileNodeKind.String, _node.Line)));
        }

        return (T?)Bind(typeof(T), Filled(_node), errors, "");
    }

    /// <summary>Makes of a row the one that it becomes with what is said here; what is not said stays, and null takes it out.</summary>
    internal T? Over<T>(T original, List<FieldError> errors, string at) where T : class, IRow
    {
        var row = System.Text.Encoding.UTF8.GetBytes(RowJson.Write(original));
        var before = FileParser.Parse(row, MaxDepth, row.Length, out _)!;
        var stamps = Stamps(before).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in _node.Properties.CountBy(property => property.Name).Where(counted => counted.Value > 1))
        {
            errors.Add(new($"{at}.{name}", Twice));
        }

        foreach (var (name, line, value) in _node.Properties)
        {
            var was = before.Property(name);
            if (RowFieldNames.Kept.Contains(name))
            {
                if (value.Kind != FileNodeKind.Null && value.ToJson() != was?.Value.ToJson())
                {
                    errors.Add(new($"{at}.{name}", "This is kept by the program and can’t be changed. Leave it out."));
                }

                continue;
            }

            before.Properties.RemoveAll(property => property.Name == name);
            if (value.Kind != FileNodeKind.Null)
            {
                before.Properties.Add((name, line, Filled(value)));
            }
        }

        if (!Stamps(before).All(stamps.Contains))
        {
            errors.Add(new(at, "When something was recorded, and by whom, is kept by the program. Leave it out of what is new."));
        }

        return (T?)Bind(typeof(T), before, errors, at);
    }

    private static object? Bind(Type type, FileNode node, List<FieldError> errors, string at)
    {
        var binder = new FileBinder(new DateTime());
        var made = binder.Object(type, node, at);
        errors.AddRange(binder.Errors.Select(error => new FieldError(error.Path, error.Message)));
        return errors.Count == 0 ? made : null;
    }

    // By whom and when each part of a row was recorded.
    private static IEnumerable<string> Stamps(FileNode node)
    {
        var own = string.Join(' ', OfTheProgram.Select(name => node.Property(name)?.Value.Text));
        return node.Properties.Select(property => property.Value).Concat(node.Items).SelectMany(Stamps)
            .Concat(own.Trim().Length == 0 ? [] : [own]);
    }

    private static void WithoutStamps(FileNode node)
    {
        node.Properties.RemoveAll(property => OfTheProgram.Contains(property.Name));
        foreach (var part in node.Properties.Select(property => property.Value).Concat(node.Items))
        {
            WithoutStamps(part);
        }
    }

    private static FileNode Filled(FileNode node)
    {
        node.Properties.RemoveAll(property => property.Value.Kind == FileNodeKind.Null);
        foreach (var part in node.Properties.Select(property => property.Value).Concat(node.Items))
        {
            Filled(part);
        }

        return node;
    }

    private static FileNode Tidied(FileNode node)
    {
        switch (node.Kind)
        {
            case FileNodeKind.Object:
                for (var i = 0; i < node.Properties.Count; i++)
                {
                    var property = node.Properties[i];
                    node.Properties[i] = property with { Value = Tidied(property.Value) };
                }

                return node;
            case FileNodeKind.List:
                return new FileNode(node.Kind, node.Line) { Items = [.. node.Items.Select(Tidied)] };
            case FileNodeKind.String:
                return new FileNode(node.Kind, node.Line) { Text = TypedText.Clean(node.Text).Text };
            case FileNodeKind.Number or FileNodeKind.True or FileNodeKind.False or FileNodeKind.Null:
                return node;
        }

        return node;
    }
}

using Microsoft.OpenApi;

namespace PeaceTracker.Web.Features.Api;

/// <summary>A field of what is sent or answered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: a text, a number, a list.</param>
/// <param name="Shape">The shape of which it is, or its items are; null where it has none.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="Words">What it says.</param>
public sealed record ReferenceField(string Name, string Kind, string? Shape, bool Required, string Words);

/// <summary>A shape that several answers or questions share: an object with fields, or one of some words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Words">What it is.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Values">The words that it can be.</param>
public sealed record ReferenceShape(string Name, string Words, IReadOnlyList<ReferenceField> Fields, IReadOnlyList<string> Values);

/// <summary>An operation of the API.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Method">The method: GET or POST.</param>
/// <param name="Path">The address.</param>
/// <param name="Words">What it does.</param>
/// <param name="Values">What is said in the address or in headers.</param>
/// <param name="Takes">The shape of what is sent; null where nothing is.</param>
/// <param name="Example">What can be sent.</param>
/// <param name="Gives">The shape of the answer.</param>
public sealed record ReferenceOperation(
    string Id, string Method, string Path, string Words, IReadOnlyList<ReferenceField> Values, string? Takes, string? Example, string? Gives);

/// <summary>The description of the API, for people: its operations by what they are for, and the shapes they share.</summary>
public sealed class ReferenceView
{
    /// <summary>Where it is.</summary>
    public const string Address = "/api/reference";

    private ReferenceView(OpenApiDocument document)
    {
        Groups =
        [
            .. from path in document.Paths
               from operation in path.Value.Operations ?? []
               group Of(path.Key, operation.Key.Method, operation.Value)
                   by operation.Value.Tags?.FirstOrDefault()?.Name ?? "" into tagged
               select (tagged.Key, (IReadOnlyList<ReferenceOperation>)[.. tagged]),
        ];
        Shapes =
        [
            .. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).OrderBy(shape => shape.Key, StringComparer.Ordinal)
                .Select(shape => new ReferenceShape(
                    shape.Key, shape.Value.Description ?? "", Fields(shape.Value),
                    [.. (shape.Value.Enum ?? []).Select(word => $"{word}")])),
        ];
    }

    /// <summary>The operations, by what they are for.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<ReferenceOperation> Operations)> Groups { get; }

    /// <summary>The shapes, by name.</summary>
    public IReadOnlyList<ReferenceShape> Shapes { get; }

    /// <summary>Reads the description.</summary>
    public static ReferenceView Of(OpenApiDocument document) => new(document);

    private static ReferenceOperation Of(string path, string method, OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content?.Values.FirstOrDefault();
        return new(
            operation.OperationId ?? "", method.ToUpperInvariant(), path, operation.Summary ?? "",
            [
                .. (operation.Parameters ?? []).Select(value => new ReferenceField(
                    value.Name ?? "", value.Schema is { } schema ? Kind(schema).Kind : "", null, value.Required, value.Description ?? "")),
            ],
            body?.Schema is { } takes ? Kind(takes).Shape : null,
            body?.Example?.ToJsonString(Services.Api.ApiJson.Indented),
            operation.Responses?.Where(answer => answer.Key.StartsWith('2')).Select(answer => answer.Value.Content?.Values.FirstOrDefault()?.Schema)
                .OfType<IOpenApiSchema>().Select(schema => Kind(schema).Shape).FirstOrDefault());
    }

    private static IReadOnlyList<ReferenceField> Fields(IOpenApiSchema shape) =>
    [
        .. (shape.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(field =>
        {
            var (kind, of) = Kind(field.Value);
            return new ReferenceField(
                field.Key, kind, of, shape.Required?.Contains(field.Key) == true, field.Value.Description ?? Part(field.Value)?.Description ?? "");
        }),
    ];

    // What may be nothing is described as one of two.
    private static IOpenApiSchema? Part(IOpenApiSchema schema) =>
        (schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(part => part.Type != JsonSchemaType.Null);

    private static (string Kind, string? Shape) Kind(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            return ("", reference.Reference.Id);
        }

        if (Part(schema) is { } part)
        {
            return Kind(part);
        }

        var type = (schema.Type ?? default) & ~JsonSchemaType.Null;
        return type == JsonSchemaType.Array && schema.Items is { } items && Kind(items) is var (kind, of) ? ($"list {kind}".Trim(), of)
            : (schema.Format is "date" or "date-time" or "uuid" ? schema.Format : type.ToString().ToLowerInvariant(), null);
    }
}

using Microsoft.OpenApi;
using PeaceTracker.Services.Api;

namespace PeaceTracker.Web.Features.Api;

/// <summary>
/// What is sent has other shapes than what is answered: a new row has none of the fields that are kept here, and need have no key; of a row that is
/// corrected only those fields are sent that are to be others.
/// </summary>
internal static class SentShapes
{
    private const string Json = "application/json";

    /// <summary>Describes both for each kind of row.</summary>
    public static void Describe(OpenApiDocument document)
    {
        var schemas = document.Components?.Schemas ?? throw new InvalidOperationException("The description has no shapes.");
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? [], (_, operation) => operation.Value))
        {
            if (operation.RequestBody?.Content is not { } content || content[Json].Schema is not OpenApiSchemaReference { Reference.Id: { } sent })
            {
                continue;
            }

            if (operation.OperationId!.StartsWith("add", StringComparison.Ordinal))
            {
                content[Json].Schema = Add(document, schemas, sent, "New", all: true);
            }
            else if (operation.OperationId.StartsWith("correct", StringComparison.Ordinal)
                && schemas[sent] is OpenApiSchema { Properties: { } fields } && Row(fields["row"]) is { } row)
            {
                fields["row"] = Add(document, schemas, row, "Changed", all: false);
            }
        }
    }

    private static string? Row(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference ? reference.Reference.Id
        : schema.OneOf?.OfType<OpenApiSchemaReference>().Select(part => part.Reference.Id).FirstOrDefault();

    private static OpenApiSchemaReference Add(
        OpenApiDocument document, IDictionary<string, IOpenApiSchema> schemas, string of, string prefix, bool all)
    {
        var (name, whole) = (prefix + of, schemas[of]);
        var key = all ? whole.Properties!.Where(field => field.Key == ApiCommands.KeyField) : [];
        schemas[name] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = whole.Description,
            Properties = key.Concat(whole.Properties!.Where(field => !ApiCommands.KeptFields.Contains(field.Key)))
                .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal),
            Required = all ? (whole.Required ?? new HashSet<string>()).Except(ApiCommands.KeptFields).ToHashSet(StringComparer.Ordinal) : null,
        };
        return new OpenApiSchemaReference(name, document);
    }
}

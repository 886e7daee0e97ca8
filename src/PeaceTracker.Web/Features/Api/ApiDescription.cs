using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Api;

/// <summary>The description of the API in OpenAPI 3.1, made from its routes and their answers.</summary>
public static partial class ApiDescription
{
    /// <summary>Where it is.</summary>
    public const string Address = "/openapi/v1.json";

    private static readonly Dictionary<string, (JsonSchemaType Type, string? Format, string Words)> Values = new()
    {
        [BoardMoment.AsOfName] = (JsonSchemaType.String, "date", "The date to look at; today if left out."),
        [BoardMoment.KnownAtName] = (JsonSchemaType.String, "date", "Only what was recorded by the end of this day."),
        [BoardMoment.ChangeName] =
            (JsonSchemaType.Integer, "int64", "The record as it was when this change was the newest: the answer never changes."),
        ["after"] = (JsonSchemaType.String, null, "Where the list continues, as given in “next”."),
        ["limit"] = (JsonSchemaType.Integer, "int32", "How many to give: 10, 25, 50, 100, 250 or 500."),
        ["from"] = (JsonSchemaType.String, "date", "The first date; the first day of the negotiation if left out."),
        ["to"] = (JsonSchemaType.String, "date", "The second date; the date looked at if left out."),
        ["q"] = (JsonSchemaType.String, null, "Words to search for."),
    };

    /// <summary>Registers the description.</summary>
    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        // What is described is what is written.
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        builder.Services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "PeaceTracker",
                    Version = "1",
                    Description = "What a board shows, for programs, and recording by them. Rows have the form of the negotiation file; "
                        + "figures carry their counts. " +
                        "Days are those of the board’s time zone.",
                };
                document.Servers = [];
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [BearerTokens.Scheme] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http, Scheme = "bearer",
                        Description = "A token made at /account/tokens. Recording needs one; so does reading a board that is not public.",
                    },
                };
                SentShapes.Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(Describe);
            options.AddSchemaTransformer((schema, context, _) =>
            {
                var type = context.JsonTypeInfo.Type;
                var value = Nullable.GetUnderlyingType(type) ?? type;
                schema.Description = InNamesOfFiles(schema.Description);
                if (value == typeof(decimal))
                {
                    // A number whatever its digits; the converter that shortens it hides that.
                    schema.Type = JsonSchemaType.Number | (value == type ? default : JsonSchemaType.Null);
                }
                else if (context.JsonPropertyInfo is { CustomConverter: not null } && value == typeof(string))
                {
                    schema.Type = JsonSchemaType.String;
                }
                else if (value == typeof(OutcomeForm))
                {
                    schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
                    schema.Properties["draft"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Boolean, Description = "Whether it is only kept as a draft, for its author to continue.",
                    };
                }
                else if (value.IsEnum)
                {
                    // That it may be null is said where it is used.
                    schema.Type = JsonSchemaType.String;
                    schema.Enum = [.. (schema.Enum ?? []).Where(word => word is not null)];
                }

                return Task.CompletedTask;
            });
        });
    }

    // What a description calls by its name in code is called as it is sent: a field by its name, a word of a scale as it is written.
    private static string? InNamesOfFiles(string? words) => words is null ? null : NameInCode().Replace(words, match =>
    {
        var member = match.Groups["member"].Value;
        return match.Groups["of"].Success ? $"“{JsonNamingPolicy.CamelCase.ConvertName(member)}”"
            : $"“{JsonNamingPolicy.KebabCaseLower.ConvertName(member)}”";
    }).Replace("\n", " ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<of>\b(?:DateOnly|DateTime|int|decimal|bool|string)\?? )?\b[A-Z][a-zA-Z]+\.(?<member>[A-Z][a-zA-Z]+)\b")]
    private static partial Regex NameInCode();

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var takes = metadata.OfType<ApiTakes>().SelectMany(takes => takes.Names);
        operation.Parameters ??= [];
        foreach (var part in operation.Parameters.OfType<OpenApiParameter>().Where(part => part.In == ParameterLocation.Path))
        {
            part.Description = part.Name switch
            {
                "slug" => "The negotiation, by its slug.", "key" => "The key of the row; of an agenda version its number.",
                _ => "The number of the outcome.",
            };
        }

        foreach (var name in metadata.OfType<ApiUndated>().Any() ? takes : takes.Concat(BoardMoment.Names))
        {
            var (type, format, words) = Values[name];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name, In = ParameterLocation.Query, Description = words, Schema = new OpenApiSchema { Type = type, Format = format },
            });
        }

        var records = metadata.OfType<ApiRecords>().Any();
        operation.Security =
        [
            .. records ? [] : new OpenApiSecurityRequirement[] { [] },
            new() { [new OpenApiSecuritySchemeReference(BearerTokens.Scheme, context.Document)] = [] },
        ];
        if (records)
        {
            Record(operation);
        }

        return Task.CompletedTask;
    }

    private static void Record(OpenApiOperation operation)
    {
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = ApiAsking.DryRunName, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            Description = "Checks everything, writes nothing, and says what would be written.",
        });
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = ApiAsking.KeyHeader, In = ParameterLocation.Header, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "Names this attempt: if sent again within 24 hours, it gives the first answer and records nothing twice.",
        });
        if (operation.RequestBody?.Content is { } content)
        {
            content.Remove(ApiRecording.Any);
            content["application/json"].Example = ApiExamples.Of(operation.OperationId!);
        }
    }
}

/// <summary>Values of an address beside those of the moment.</summary>
/// <param name="Names">Their names.</param>
public sealed record ApiTakes(IReadOnlyList<string> Names);

/// <summary>An address that is of no moment.</summary>
public sealed record ApiUndated;

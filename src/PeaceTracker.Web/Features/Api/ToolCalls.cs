using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>
/// Looks at each call of a tool before it is made: one of a tool that there is not, or with arguments that it does not take, is answered in a
/// sentence, and is no fault for the log.
/// </summary>
internal static class ToolCalls
{
    // As much of a value as a sentence shows.
    private const int Shown = 60;

    /// <summary>Has each call looked at.</summary>
    public static IMcpServerBuilder WithCheckedCalls(this IMcpServerBuilder builder) =>
        builder.WithRequestFilters(filters => filters.AddCallToolFilter(next => (request, cancellationToken) =>
            Refusal(request) is { } refusal ? ValueTask.FromResult(BoardTools.Said(refusal, refused: true)) : next(request, cancellationToken)));

    private static string? Refusal(RequestContext<CallToolRequestParams> request)
    {
        var l = request.Services!.GetRequiredService<IStringLocalizer<Text>>();
        var tools = request.Server.ServerOptions.ToolCollection!;
        var (name, given) = (request.Params?.Name ?? "", request.Params?.Arguments);
        if (!tools.TryGetPrimitive(name, out var tool))
        {
            return l["There is no tool “{0}”. The tools are: {1}.", LineBreaks.Shortened(name, Shown),
                string.Join(", ", tools.PrimitiveNames.Order(StringComparer.Ordinal))];
        }

        var schema = tool.ProtocolTool.InputSchema;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToList() : [];
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [];
        if (given?.Keys.FirstOrDefault(key => known.TrueForAll(property => property.Name != key)) is { } unknown)
        {
            var taken = string.Join(", ", known.Select(property => property.Name));
            return taken.Length > 0 ? l["There is no argument “{0}”. This tool takes: {1}.", LineBreaks.Shortened(unknown, Shown), taken]
                : l["There is no argument “{0}”. This tool takes none.", LineBreaks.Shortened(unknown, Shown)];
        }

        foreach (var property in known)
        {
            var what = property.Value.TryGetProperty("description", out var text) ? text.GetString() : null;
            if (given?.TryGetValue(property.Name, out var value) != true || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                if (required.Contains(property.Name))
                {
                    return l["The argument “{0}” is missing. {1}", property.Name, what ?? ""];
                }
            }
            else if (!Takes(property.Value, value))
            {
                return l["“{0}” can’t be used as the argument “{1}”. {2}",
                    LineBreaks.Shortened(value.ToString(), Shown), property.Name, what ?? ""];
            }
        }

        return null;
    }

    // Arguments are texts and whole numbers, which may be written as texts.
    private static bool Takes(JsonElement property, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Names(property, "integer") && value.TryGetInt64(out _),
        JsonValueKind.String => Names(property, "integer")
            ? long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : Names(property, "string"),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null =>
            false,
    };

    private static bool Names(JsonElement property, string type) => property.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(one => one.ValueEquals(type)) : types.ValueEquals(type));
}

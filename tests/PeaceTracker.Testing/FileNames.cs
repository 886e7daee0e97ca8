using System.Reflection;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Testing;

/// <summary>How the negotiation file names the properties of the domain's records, and the values of its scales.</summary>
public static class FileNames
{
    /// <summary>The name of a property: IssueKey is "issue".</summary>
    public static string Of(PropertyInfo property) => NegotiationFileFormat.Options.GetTypeInfo(property.DeclaringType!).Properties
        .Single(known => known.AttributeProvider is PropertyInfo other && other.Name == property.Name).Name;

    /// <summary>The words of an enum's values: "agreed-in-principle".</summary>
    public static IEnumerable<string> Words(Type enumType) => NegotiationFileFormat.Words(enumType).Keys;
}

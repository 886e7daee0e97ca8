using System.Text.Json.Nodes;

namespace PeaceTracker.Web.Reading;

/// <summary>What a page says to search engines and to programs that read it, after schema.org.</summary>
public static class LinkedData
{
    private const string Context = "https://schema.org";

    /// <summary>A page's tables as a data set, each in each format.</summary>
    public static JsonObject Dataset(
        PageCitation citation, string description, string? licence, IEnumerable<(string Name, string Type, string Link)> files) => new()
    {
        ["@context"] = Context,
        ["@type"] = "Dataset",
        ["name"] = citation.Title,
        ["description"] = description,
        ["url"] = citation.Link,
        ["version"] = FormattableString.Invariant($"change {citation.Change}"),
        ["temporalCoverage"] = BoardAddress.Format(citation.AsOf),
        ["creator"] = new JsonObject { ["@type"] = "Organization", ["name"] = "PeaceTracker" },
        ["isAccessibleForFree"] = true,
        ["license"] = licence,
        ["distribution"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["@type"] = "DataDownload", ["name"] = file.Name, ["encodingFormat"] = file.Type, ["contentUrl"] = file.Link,
        })]),
    };

    /// <summary>A claim: who said what on which day, and where it appeared.</summary>
    public static JsonObject Claim(string text, IEnumerable<string> claimants, DateOnly day, IEnumerable<string> appearances) => new()
    {
        ["@context"] = Context,
        ["@type"] = "Claim",
        ["text"] = text,
        ["author"] = new JsonArray([.. claimants.Select(name => new JsonObject { ["@type"] = "Person", ["name"] = name })]),
        ["datePublished"] = BoardAddress.Format(day),
        ["appearance"] = new JsonArray([.. appearances.Select(url => new JsonObject { ["@type"] = "CreativeWork", ["url"] = url })]),
    };
}

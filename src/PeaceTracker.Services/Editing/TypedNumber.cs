using System.Text.RegularExpressions;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// Numbers as people type them. The one reader of them: what is certain is read, what could be two numbers is not. A comma is read as a point
/// unless it could part thousands, and blanks may part these.
/// </summary>
public static partial class TypedNumber
{
    /// <summary>The number in the notation of machines, "89.3" for "89,3"; null where it can't be read with certainty.</summary>
    public static string? Read(string typed)
    {
        var number = Plain(typed).Replace('−', '-');
        return Grouped().IsMatch(number) ? number.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.')
            : Number().Match(number) is { Success: true } read && read.Groups["thousands"] is { Success: false } ? number.Replace(',', '.')
            : null;
    }

    /// <summary>The text without blanks round it, all blanks within it of the usual kind: pasted text has others.</summary>
    internal static string Plain(string typed) => Blank().Replace(typed, " ").Trim();

    [GeneratedRegex(@"\A[+-]?[0-9]+(?:\.[0-9]+|,(?<thousands>[0-9]{3})|,[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

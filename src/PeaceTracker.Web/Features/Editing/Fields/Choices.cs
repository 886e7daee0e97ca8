namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>The values of an enum for <see cref="Choice{T}"/>.</summary>
public static class Choices
{
    /// <summary>For a property that always has a value.</summary>
    public static IReadOnlyList<T> Of<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Order()];

    /// <summary>For a property that is null until something is chosen.</summary>
    public static IReadOnlyList<T?> OrNone<T>() where T : struct, Enum => [.. Of<T>().Select(value => (T?)value)];
}

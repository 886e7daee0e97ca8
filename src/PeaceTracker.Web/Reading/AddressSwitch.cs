using Microsoft.Extensions.Localization;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// The only value of an address at which something is written: true, false or not given. Nothing else passes for it, misspelt or empty: what was
/// to be tried would be done.
/// </summary>
public static class AddressSwitch
{
    private const int Longest = 60;

    /// <summary>Whether it is on, or why the address is refused.</summary>
    public static (bool On, string? Refusal) Of(HttpRequest request, string name, IStringLocalizer<Text> l)
    {
        var unknown = request.Query.Keys.FirstOrDefault(given => !string.Equals(given, name, StringComparison.OrdinalIgnoreCase));
        return unknown is not null
            ? (false, l["“{0}” means nothing at this address. It accepts “{1}”.", LineBreaks.Shortened(unknown, Longest), name])
            : !request.Query.TryGetValue(name, out var given) || given is ["false"] ? (false, null)
            : given is ["true"] ? (true, null)
            : (false, l["“{0}” accepts true or false, not “{1}”.", name, LineBreaks.Shortened(given.ToString(), Longest)]);
    }
}

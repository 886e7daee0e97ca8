using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>How long an answer may be kept elsewhere: one whose address names a change never changes again.</summary>
public static class KeptElsewhere
{
    /// <summary>What is said of an answer that never changes.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>What is said of one that is asked for again each time.</summary>
    public const string Not = "private, no-cache";

    /// <summary>What is said of one that anybody may keep, and has to ask for again each time.</summary>
    public const string Asked = "public, no-cache";

    /// <summary>What is said of one that is kept by nobody, nor in the browser of whoever has signed out.</summary>
    public const string Nowhere = "no-store";

    /// <summary>
    /// What is said of an answer that shows the present: where only some may read, it is kept nowhere; where all may, by everybody if
    /// <paramref name="isOpen"/>: it is the same for all who are not signed in.
    /// </summary>
    public static string Present(IConfiguration settings, bool isOpen) => ReadingAccess.IsClosed(settings) ? Nowhere : isOpen ? Asked : Not;

    /// <summary>Which build of the program this is, of each of its parts: another one may make other figures, or make them look different.</summary>
    public static string Program { get; } = string.Join(
        '-', new[] { typeof(Board), typeof(ChangeBus), typeof(KeptElsewhere) }.Select(part => part.Module.ModuleVersionId.ToString("N")));

    /// <summary>Whether the address names a change.</summary>
    public static bool NamesChange(HttpContext http) => http.Request.Query.ContainsKey(BoardMoment.ChangeName);

    /// <summary>Whether the answer may be kept by anybody for ever: its address names a change, nobody is signed in, and reading is public.</summary>
    public static bool IsCited(HttpContext http, IConfiguration settings) => NamesChange(http)
        && !IsSignedIn(http) && !ReadingAccess.IsClosed(settings);

    private static bool IsSignedIn(HttpContext http) => http.User.Identity?.IsAuthenticated == true;

    /// <summary>A strong tag of what it is made from.</summary>
    public static string Tag(string of) => Tag(Encoding.UTF8.GetBytes(of));

    /// <summary>A strong tag of a file's own bytes.</summary>
    public static string Tag(byte[] of) => $"\"{Convert.ToHexStringLower(SHA256.HashData(of))[..32]}\"";

    /// <summary>A file with its tag, by which it is answered with 304 where the reader has it, and with how long it may be kept.</summary>
    public static IResult File(HttpContext http, byte[] bytes, string type, string name)
    {
        Say(http);
        return Results.File(bytes, type, name, entityTag: EntityTagHeaderValue.Parse(Tag(bytes)));
    }

    /// <summary>
    /// The same for a file that is written while it is sent; <paramref name="of"/> names all that it is made from, beside the program, the address of
    /// the server and the history that the numbers of changes belong to: after a backup was restored they can mean something else.
    /// </summary>
    public static IResult Stream(HttpContext http, Func<Stream, Task> write, string type, string name, string of)
    {
        Say(http);
        var history = http.RequestServices.GetRequiredService<ChangeBus>().History;
        var tag = Tag(string.Join('|', Program, history, http.Request.Host, of));
        http.Response.Headers.ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.Stream(write, type, name);
    }

    /// <summary>Says how long what is answered may be kept, and by what it differs.</summary>
    public static void Say(HttpContext http)
    {
        var settings = http.RequestServices.GetRequiredService<IConfiguration>();
        http.Response.Headers.CacheControl = IsCited(http, settings) ? ForEver : Present(settings, isOpen: !IsSignedIn(http));
        http.Response.Headers.Vary = "Accept-Encoding, Cookie";
    }
}

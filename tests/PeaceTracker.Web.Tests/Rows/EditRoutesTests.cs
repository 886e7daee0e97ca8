using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Every address under edit/, found by its route; a page added later is tested from its first day.</summary>
public class EditRoutesTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Root = "/negotiations/{Slug}/edit";
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}/edit";

    private static readonly string Sources = RecordSections.Of<Source>().Name;
    private static readonly SeedFile File = SeedFile.Load(SeedFile.RussiaUkraine);

    private static readonly IReadOnlyList<string> Templates =
        [.. typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)
            .Where(template => template.StartsWith(Root, StringComparison.Ordinal)).Order()];

    /// <summary>The lists, and each page of one row with the first of its kind.</summary>
    public static TheoryData<string> Addresses =>
    [
        .. RowKinds.All.Where(kind => kind.AddName is not null).Select(kind => $"{Board}/{kind.Path}"),
        .. Templates.Where(template => !template[Root.Length..].Contains('{', StringComparison.Ordinal))
            .Select(template => Board + template[Root.Length..]),
        .. OfARow.Select(template => (template, KeyOf(template))).Where(page => page.Item2 is not null)
            .Select(page => Filled(page.template, page.Item2!)),
    ];

    /// <summary>Each page of one row, with a key of none.</summary>
    public static TheoryData<string> Unknown =>
        [$"{Board}/no-such-kind", $"{Board}/no-such-kind/new", $"{Board}/history/{Sources}/no-such", $"{Board}/history/no-such/x",
            $"{Board}/retract/{Sources}/no-such", .. OfARow.Select(template => Filled(template, "0-no-such"))];

    private static IEnumerable<string> OfARow =>
        Templates.Where(template =>
            template.Contains("{Key}", StringComparison.Ordinal) && !template.Contains("{Section}", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EachAddressByRole_AnswersThoseWhoMay(string address)
    {
        // What a negotiation says of itself, and who sees its board, is for managers.
        var managers = address.EndsWith("/negotiation", StringComparison.Ordinal) || address.EndsWith("/publication", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(null, address));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("Viewer", address));
        Assert.Equal(managers ? HttpStatusCode.Forbidden : HttpStatusCode.OK, await StatusAsync("Editor", address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("Manager", address));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Found)]
    [InlineData("Viewer", HttpStatusCode.Forbidden)]
    [InlineData("Editor", HttpStatusCode.Forbidden)]
    [InlineData("Manager", HttpStatusCode.OK)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task Get_NewNegotiationByRole_AnswersWhoMayBeginOne(string? role, HttpStatusCode expected) =>
        Assert.Equal(expected, await StatusAsync(role, "/new-negotiation"));

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task Get_AKeyOfNone_404(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("Manager", address));

    private async Task<HttpStatusCode> StatusAsync(string? role, string address)
    {
        using var answer = await host.AsAsync(role, address);
        return answer.StatusCode;
    }

    private static string Filled(string template, string key) => Board + template[Root.Length..].Replace("{Key}", key, StringComparison.Ordinal);

    // None where the seed has no such row: the tests of its page open one.
    private static string? KeyOf(string template)
    {
        var section = RowKinds.At(template[(Root.Length + 1)..].Split('/')[0])!.Section;
        return section == RecordSections.Of<AgendaVersion>() ? "1" : File.Keys(section) is [var first, ..] ? first : null;
    }
}

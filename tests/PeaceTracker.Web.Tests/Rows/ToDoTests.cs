using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Who keeps boards sees in the header that something waits; nobody else's document knows of it.</summary>
public sealed class ToDoTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Board = "/negotiations/" + SeedFile.RussiaUkraine;

    [Theory]
    [InlineData(null, null)]
    [InlineData("Viewer", null)]
    [InlineData("Editor", "")]
    [InlineData("Manager", "1")]
    public async Task Header_ByRole_SaysWhatWaits(string? role, string? badge)
    {
        await SubmittedAsync();
        using var before = await host.AsAsync("Manager", Board + "/issues"); // what a manager is shown is kept for nobody

        using var answer = await host.AsAsync(role, Board + "/issues");
        var link = (await TrackerHost.ReadAsync(answer)).QuerySelector(".account-menu a[href='/to-do']");

        Assert.Equal(badge is not null, link is not null);
        Assert.Equal(badge ?? "", link?.QuerySelector(".badge")?.TextContent.TrimStart(':', ' ') ?? "");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Found)]
    [InlineData("Viewer", HttpStatusCode.Forbidden)]
    [InlineData("Editor", HttpStatusCode.OK)]
    public async Task Page_ByRole_IsForThoseWhoEdit(string? role, HttpStatusCode expected)
    {
        using var answer = await host.AsAsync(role, "/to-do");

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task SubmittedAsync()
    {
        _ = host.Client;
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<TrackerContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        if (!await context.Outcomes.AnyAsync(TestContext.Current.CancellationToken))
        {
            context.Add(new Outcome
            {
                Id = Guid.NewGuid(), Slug = SeedFile.RussiaUkraine, AuthorId = "another", Author = "Ada", State = OutcomeState.Submitted,
                Form = "{}", BegunAt = RecordBuilder.At(1), UpdatedAt = RecordBuilder.At(1),
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }
}

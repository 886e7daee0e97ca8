using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>Fields of whole rows over the fictional example's board, with a count of the changes that they tell.</summary>
public abstract class FormFieldsTests : EditingTests, IAsyncLifetime
{
    protected static readonly KeyedItem[] Sources = [new("paper", "A paper"), new("speech", "A speech")];

    protected static readonly DateOnly Today = new(2025, 9, 1);

    private Board? _board;

    /// <summary>The example's board.</summary>
    protected Board Board => _board!;

    /// <summary>How many changes were told.</summary>
    protected int Told { get; set; }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        var file = await new NegotiationFileReader()
            .ReadAsync(Repository.PathOf("seeds", SeedFile.Example + ".json"), TestContext.Current.CancellationToken);
        _board = new Board(file.Record!, 1);
        Render<MudBlazor.MudPopoverProvider>();
    }
}

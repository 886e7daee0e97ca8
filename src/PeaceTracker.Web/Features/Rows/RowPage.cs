using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>A page on which one descriptive row is added (without a key in the address) or edited.</summary>
public abstract class RowPage<T> : FormPage<T> where T : class, IDescriptive<T>
{
    /// <summary>Key of the row; null for a new one.</summary>
    [Parameter] public string? Key { get; set; }

    /// <inheritdoc />
    public override string? RowKey => Key;

    /// <inheritdoc />
    public override BoardCommand Command(T row) => Original is null ? new AddRow<T>(Slug, row)
        : new EditRow<T>(Slug, Original, row) { Reason = Judgement.Correction(Original, row) };
}

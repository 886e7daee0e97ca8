using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace PeaceTracker.Services.Data.Copying;

/// <summary>A hash over rows, of what they say and not of how a database writes it: the same for the same rows, whichever it is.</summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _text;

    /// <summary>The hash of all rows that were added.</summary>
    public string Text => _text ??= Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>Adds a row with all its columns.</summary>
    public void Add(EntityEntry row)
    {
        foreach (var property in row.Properties.OrderBy(property => property.Metadata.Name, StringComparer.Ordinal))
        {
            var converter = property.Metadata.GetValueConverter();
            Add(converter is null ? property.CurrentValue : converter.ConvertToProvider(property.CurrentValue));
        }

        // What belongs to a row alone and lies in a column of it.
        foreach (var owned in row.References.Where(reference => reference.Metadata.TargetEntityType.IsOwned()))
        {
            Add(JsonSerializer.Serialize(owned.CurrentValue));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        var bytes = Encoding.UTF8.GetBytes(value switch
        {
            null => "-",
            byte[] raw => Convert.ToHexString(raw),
            DateTime moment => moment.ToMicrosecond().ToString("O", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        });
        _hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
        _hash.AppendData(bytes);
    }
}

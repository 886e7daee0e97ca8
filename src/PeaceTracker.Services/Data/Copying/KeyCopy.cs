using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Data.Copying;

/// <summary>
/// Takes the keys along that sign sessions and seal the keys of codes: they lie in the data folder of a store in a file, and in the database of one
/// on a server.
/// </summary>
internal static class KeyCopy
{
    /// <summary>Copies them; returns how many there are.</summary>
    public static async Task<int> RunAsync(
        StoreOptions from, TrackerContext source, StoreOptions to, TrackerContext target, CancellationToken cancellationToken)
    {
        var keys = from.Database is null
            ? ReadFolder(from.KeysFolder)
            : await source.ProtectionKeys.AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        if (to.Database is null)
        {
            WriteFolder(to.KeysFolder, keys);
        }
        else
        {
            target.AddRange(keys.Select(key => new ProtectionKey { Name = key.Name, Xml = key.Xml }));
        }

        return keys.Count;
    }

    private static List<ProtectionKey> ReadFolder(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(file => new ProtectionKey
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Xml = XElement.Load(file).ToString(SaveOptions.DisableFormatting),
        }),
    ];

    private static void WriteFolder(string folder, List<ProtectionKey> keys)
    {
        SigningInSetup.MakeKeysFolder(folder);
        foreach (var key in keys)
        {
            File.WriteAllText(Path.Combine(folder, key.Name + ".xml"), key.Xml);
        }
    }
}
